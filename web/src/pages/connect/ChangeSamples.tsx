import { useTranslation } from 'react-i18next';
import type { MergeSample } from '../../api/types';
import { Panel } from '../../parts/Panel';
import styles from './Samples.module.css';
import { useFieldName } from './useFieldName';
import { useSampleText } from './useSampleText';

/** The first changes, field by field, what stands there now beside what the file says. */
export function ChangeSamples({ samples }: { samples: MergeSample[] }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const text = useSampleText();
  return (
    <Panel title={t('trial.changes')} note={t('trial.changesNote')} flush>
      <table className={styles.changes} aria-label={t('trial.changes')}>
        <thead>
          <tr>{(['item', 'said', 'before', 'after'] as const).map((key) => <th key={key} scope="col">{t(`trial.${key}`)}</th>)}</tr>
        </thead>
        {samples.map((sample) => (
          <tbody key={sample.key}>
            {sample.values.map(({ field, before, after }, place) => (
              <tr key={field}>
                {place === 0 && <th scope="rowgroup" rowSpan={sample.values.length}>{sample.key}</th>}
                <td className={styles.field}>{fieldName(field)}</td>
                <td data-label={t('trial.before')} className={before === null ? styles.nothing : styles.before}>{text(field, before)}</td>
                <td data-label={t('trial.after')} className={after === null ? styles.nothing : styles.after}>{text(field, after)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Panel>
  );
}
