import { CloudUploadOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useActorName } from '../../parts/useActorName';
import { useImports, useLoadDemo } from '../../resources/useImports';
import { useCan, useSession } from '../../session/SessionContext';
import { ImportState } from './ImportState';
import { useImportName } from './useImportName';
import { usePresetName } from './usePresetName';

export default function ImportsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { user } = useSession();
  const navigate = useNavigate();
  const preset = usePresetName();
  const actor = useActorName();
  const importName = useImportName();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImports();
  const demo = useLoadDemo();
  const rows = data?.pages.flatMap((page) => page.items);
  const columns: DataColumn<ImportRow>[] = [
    { key: 'name', title: t('imports.file'), heading: true, render: (row) => <Link to={`/data/imports/${row.id}`}>{importName(row)}</Link> },
    { key: 'kind', title: t('imports.kind'), render: (row) => t(`kinds.${row.kind}.name`) },
    { key: 'state', title: t('imports.state'), render: (row) => <ImportState state={row.state} /> },
    { key: 'startedAt', wide: true, title: t('imports.when'), render: (row) => format.instant(row.startedAt) },
    { key: 'preset', title: t('result.preset'), render: (row) => preset(row.preset) },
    { key: 'rows', title: t('imports.rows'), numeric: true, render: (row) => format.full(row.counts.rows) },
    { key: 'rejected', title: t('imports.rejected'), numeric: true, render: (row) => format.full(row.counts.rowsRejected) },
    { key: 'new', title: t('imports.new'), numeric: true, render: (row) => format.full(row.counts.itemsNew) },
    { key: 'changed', title: t('imports.changed'), numeric: true, render: (row) => format.full(row.counts.itemsChanged) },
    { key: 'by', title: t('imports.by'), render: (row) => actor(row.actor) },
  ];
  const start = can('importsRun') && <Link to="/data/imports/new"><Button type="primary" icon={<CloudUploadOutlined />}>{t('imports.start')}</Button></Link>;
  const loadDemo = () => demo.mutate(undefined, { onSuccess: ({ importId }) => void navigate(`/data/imports/${importId}`) });
  return (
    <>
      <PageHead title={t('imports.title')} answer={rows?.length && !hasNextPage ? t('imports.answer', { count: rows.length }) : t('imports.answerEmpty')} actions={start} />
      {error || demo.error ? <ErrorNote error={error ?? demo.error} onRetry={() => void refetch()} /> : null}
      <Panel flush>
        {(rows || !error) && <DataTable
          label={t('imports.list')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate(`/data/imports/${row.id}`)}
          empty={
            <EmptyState
              title={t('imports.emptyTitle')}
              action={can('importsRun') && <Space wrap>{start}{user?.allShops && <Button loading={demo.isPending} onClick={loadDemo}>{t('imports.seeDemo')}</Button>}</Space>}
            >
              {t('imports.empty')}
            </EmptyState>
          }
        />}
        {hasNextPage && <div style={{ padding: 12, textAlign: 'center' }}><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('actions.more')}</Button></div>}
      </Panel>
    </>
  );
}
