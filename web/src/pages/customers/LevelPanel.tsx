import { useTranslation } from 'react-i18next';
import type { CustomerAnswer, LevelOfCustomer } from '../../api/types';
import { Panel } from '../../parts/Panel';
import styles from './CustomerPage.module.css';

/** What level of service this customer can count on, and why. */
export function LevelPanel({ level, data }: { level: LevelOfCustomer; data: CustomerAnswer }) {
  const { t } = useTranslation();
  const reason = level.reason === 'group' && data.rfm ? t('levels.reason.group', { name: t(`groups.${data.rfm.group}`) })
    : level.reason === 'cell' && data.cell ? t('levels.reason.cell', { name: `${t(`r.${data.cell.r}`)} · ${t(`f.${data.cell.f}`)}` })
    : t('levels.reason.byHand');
  return (
    <Panel title={`${t('levels.level')} · ${level.name}`}>
      <div className={styles.why}>
        <p className={styles.note}>{reason}</p>
        {level.promise && <p className={styles.care}>{level.promise}</p>}
      </div>
    </Panel>
  );
}
