import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import { useReasonText } from './useReasonText';

type Reject = { reason: string; count: number };

/** What was left out and why, with the rows as a file to mend. */
export function RejectsPanel({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const reasonText = useReasonText();
  const rejects = Object.entries(row.rejects).map(([reason, count]): Reject => ({ reason, count })).sort((a, b) => b.count - a.count);
  if (rejects.length === 0) return <Panel title={t('result.rejects')}>{t('result.noRejects')}</Panel>;
  const columns: DataColumn<Reject>[] = [
    { key: 'reason', title: t('result.reason'), heading: true, render: ({ reason }) => reasonText(reason) },
    { key: 'count', title: t('result.count'), numeric: true, render: ({ count }) => format.full(count) },
  ];
  return (
    <Panel
      title={t('result.rejects')}
      note={t('result.rejectsNote')}
      extra={can('importsRun') && (
        <Button icon={<DownloadOutlined />} href={`/api/v1/imports/${row.id}/rejects?language=${format.language}`} download>{t('result.download')}</Button>
      )}
      flush
    >
      <DataTable label={t('result.rejects')} columns={columns} rows={rejects} rowKey={({ reason }) => reason} />
    </Panel>
  );
}
