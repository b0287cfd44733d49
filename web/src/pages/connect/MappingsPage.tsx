import { CloudUploadOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MappingRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useDeleteMapping, useMappings } from '../../resources/useImports';
import { useCan, useSession } from '../../session/SessionContext';

/** The layouts that people taught Huitou. */
export default function MappingsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { shops } = useSession();
  const { data, error, refetch } = useMappings();
  const remove = useDeleteMapping();
  const problem = error ?? remove.error;
  const columns: DataColumn<MappingRow>[] = [
    { key: 'name', title: t('mappings.name'), heading: true, render: (row) => row.name },
    ...(shops.length > 1 ? [{ key: 'shop', title: t('mappings.shop'), render: (row: MappingRow) => shops.find((shop) => shop.id === row.shopId)?.name }] : []),
    { key: 'created', wide: true, title: t('mappings.created'), render: (row) => format.instant(row.createdAt) },
    ...(can('importsRun') ? [{
      key: 'remove', title: '', numeric: true, wide: true,
      render: (row: MappingRow) => (
        <Popconfirm title={t('mappings.removeSure', { name: row.name })} okText={t('mappings.remove')} okButtonProps={{ danger: true }} onConfirm={() => remove.mutate(row.id)}>
          <Button size="small" danger>{t('mappings.remove')}</Button>
        </Popconfirm>
      ),
    }] : []),
  ];
  const start = can('importsRun') && <Link to="/data/imports/new"><Button type="primary" icon={<CloudUploadOutlined />}>{t('imports.start')}</Button></Link>;
  return (
    <>
      <PageHead title={t('mappings.title')} answer={data?.length ? t('mappings.answer', { count: data.length }) : t('mappings.answerEmpty')} />
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      <Panel flush>
        {(data || !error) && <DataTable
          label={t('mappings.list')}
          columns={columns}
          rows={data}
          rowKey={(row) => row.id}
          skeletonRows={3}
          empty={<EmptyState title={t('mappings.emptyTitle')} action={start}>{t('mappings.empty')}</EmptyState>}
        />}
      </Panel>
    </>
  );
}
