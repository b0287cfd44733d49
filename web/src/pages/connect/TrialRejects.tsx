import { useTranslation } from 'react-i18next';
import type { DryRunReport } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import styles from './connect.module.css';
import { useReasonText } from './useReasonText';

type Reject = DryRunReport['rejectedRows'][number];

/** The first rows that would be left out: where, what stands there, and why. */
export function TrialRejects({ rows }: { rows: Reject[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const columns: DataColumn<Reject>[] = [
    { key: 'line', title: t('trial.line'), numeric: true, width: 96, render: ({ line }) => format.full(line) },
    { key: 'column', title: t('trial.column'), render: ({ column }) => column || t('trial.whole') },
    { key: 'value', wide: true, title: t('trial.value'), render: ({ value }) => (value ? <span className={styles.cell} title={value}>{value}</span> : <span className={styles.nothing}>{t('trial.empty')}</span>) },
    { key: 'reason', title: t('trial.reason'), heading: true, render: ({ reason }) => reasonText(reason) },
  ];
  return (
    <>
      <h3 className={styles.subhead}>{t('trial.firstRejects')}</h3>
      <DataTable label={t('trial.firstRejects')} columns={columns} rows={rows} rowKey={({ line, column, reason }) => `${line}/${column}/${reason}`} />
    </>
  );
}
