import { useTranslation } from 'react-i18next';
import type { PruneAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ShareBar } from '../analytics/ShareBar';
import styles from './CustomersPage.module.css';

/** How many cannot be reached for which reason. */
export function PruneReasons({ reasons, total }: { reasons: PruneAnswer['reasons']; total: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ phone, email, customers }) => (
        <li key={phone + email}>
          <span>{t('prune.both', { one: t(`prune.phone.${phone}`), other: t(`prune.email.${email}`) })}</span>
          <div><ShareBar size={customers / total} text={format.full(customers)} /></div>
        </li>
      ))}
    </ul>
  );
}
