import { DownloadOutlined, ExportOutlined } from '@ant-design/icons';
import { Badge, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfJob } from '../../api/problem';
import type { ExportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useActorName } from '../../parts/useActorName';
import { useProblemText } from '../../parts/useProblemText';
import { exportFile, isUnderWay, useExports, useTableName } from '../../resources/useExports';
import { useJob } from '../../resources/useJob';
import { ExportDialog } from './ExportDialog';
import styles from './exports.module.css';

const badges = { waiting: 'default', running: 'processing', done: 'success', failed: 'error', cancelled: 'default' } as const;

export default function ExportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const tableName = useTableName();
  const words = useProblemText();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useExports();
  const rows = data?.pages.flatMap((page) => page.items);
  // Once the job is over, whatever is shown is asked for again.
  useJob(rows?.find(isUnderWay)?.jobId ?? null);
  const columns: DataColumn<ExportRow>[] = [
    { key: 'table', title: t('exports.table'), heading: true, render: (row) => tableName(row.table, format.language) },
    { key: 'state', title: t('exports.state'), render: (row) => <Tooltip title={row.error && words(problemOfJob(row.error))}><Badge status={badges[row.state]} text={t(`exports.states.${row.state}`)} /></Tooltip> },
    { key: 'when', wide: true, title: t('exports.when'), render: (row) => format.instant(row.createdAt) },
    { key: 'what', title: t('exports.what'), render: (row) => (row.filter ? <Tooltip title={row.filter}>{t('exports.narrowed')}</Tooltip> : t('exports.whole')) },
    { key: 'columns', title: t('exports.columns'), numeric: true, render: (row) => format.full(row.columns.length) },
    { key: 'rows', title: t('exports.rows'), numeric: true, render: (row) => (row.state === 'done' ? format.full(row.rows) : '–') },
    { key: 'bytes', title: t('exports.size'), numeric: true, render: (row) => (row.state === 'done' ? `${format.bytes(row.bytes)} ${row.format.toUpperCase()}` : row.format.toUpperCase()) },
    { key: 'names', title: t('exports.names'), render: (row) => (row.unmasked ? t('exports.inFull') : t('exports.masked')) },
    { key: 'by', title: t('exports.by'), render: (row) => actor(row.actor) },
    {
      key: 'file', title: '', numeric: true, wide: true,
      render: (row) =>
        row.canDownload ? <Button size="small" icon={<DownloadOutlined />} href={exportFile(row.id)} download aria-label={t('exports.downloadOf', { name: tableName(row.table, format.language), id: row.id })}>{t('exports.download')}</Button> : '–',
    },
  ];
  const start = <Button type="primary" icon={<ExportOutlined />} onClick={() => setAdding(true)}>{t('exports.add')}</Button>;
  return (
    <>
      <PageHead title={t('exports.title')} answer={t('exports.answer')} actions={start} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel flush>
        {(rows || !error) && <DataTable
          label={t('exports.list')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('exports.emptyTitle')} action={start}>{t('exports.empty')}</EmptyState>}
        />}
        {hasNextPage && <div className={styles.more}><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('actions.more')}</Button></div>}
      </Panel>
      {adding && <ExportDialog onClose={() => setAdding(false)} />}
    </>
  );
}
