import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { useReasonText } from './useReasonText';

type Reject = { reason: string; count: number };

/** How many rows each reason left out, the most first. */
export function RejectReasons({ rejects }: { rejects: Record<string, number> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const rows = Object.entries(rejects).map(([reason, count]): Reject => ({ reason, count })).sort((a, b) => b.count - a.count);
  const columns: DataColumn<Reject>[] = [
    { key: 'reason', title: t('result.reason'), heading: true, render: ({ reason }) => reasonText(reason) },
    { key: 'count', title: t('result.count'), numeric: true, render: ({ count }) => format.full(count) },
  ];
  return <DataTable label={t('result.rejects')} columns={columns} rows={rows} rowKey={({ reason }) => reason} />;
}
