import { useTranslation } from 'react-i18next';
import type { FileKind } from '../../api/types';
import styles from './KindChoice.module.css';

/** In the order in which a shop brings them in. */
export const kinds = ['orders', 'orderDetails', 'customers', 'products', 'costs', 'touches', 'visitors', 'buyers'] as const satisfies FileKind[];

type Props = { kind: FileKind; disabled: boolean; onChoose: (kind: FileKind) => void };

/** The kinds of files side by side, each with what it holds. */
export function KindChoice({ kind, disabled, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.kinds} disabled={disabled}>
      <legend className="visually-hidden">{t('importing.whatKind')}</legend>
      {kinds.map((each) => (
        <label key={each} className={`${styles.kind} ${each === kind ? styles.chosen : ''}`}>
          <input type="radio" name="kind" className="visually-hidden" checked={each === kind} onChange={() => onChoose(each)} />
          <span className={styles.name}>{t(`kinds.${each}.name`)}</span>
          <small>{t(`kinds.${each}.note`)}</small>
        </label>
      ))}
    </fieldset>
  );
}
