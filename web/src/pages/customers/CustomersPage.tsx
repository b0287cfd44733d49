import { DeleteOutlined, ExportOutlined, FilterOutlined, MergeOutlined, ScissorOutlined } from '@ant-design/icons';
import { Badge, Button, Input, Pagination, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { DataTable } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useCustomers } from '../../resources/useCustomers';
import { ScopeBar } from '../../scope/ScopeBar';
import { useCan } from '../../session/SessionContext';
import { ExportDialog } from '../exports/ExportDialog';
import { ChosenBar } from './ChosenBar';
import { ColumnChoice } from './ColumnChoice';
import { useCustomerColumns } from './columns';
import styles from './CustomersPage.module.css';
import { FilterDrawer } from './FilterDrawer';
import { FilterTags } from './FilterTags';
import { useCustomerList } from './useCustomerList';
import { ViewBar } from './ViewBar';

export default function CustomersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const list = useCustomerList();
  const [filtering, setFiltering] = useState(false);
  const [chosen, setChosen] = useState<number[]>([]);
  const [exporting, setExporting] = useState(false);
  const { data, error, refetch, isPlaceholderData } = useCustomers(list.query);
  const { all, shown } = useCustomerColumns(list.columns);
  const filters = Object.keys(list.filter).length;
  const answer = !data ? ' '
    : filters > 0 ? <Sentence of="customers.answer" count={data.total} />
    : <Sentence of="customers.answerAll" count={data.total} />;
  const first = data ? (data.page - 1) * data.limit + 1 : 0;

  return (
    <>
      <PageHead
        title={t('customers.title')}
        answer={answer}
        actions={(
          <Space wrap>
            <Link to="/customers/duplicates"><Button icon={<MergeOutlined />}>{t('identity.open')}</Button></Link>
            <Link to="/customers/prune"><Button icon={<ScissorOutlined />}>{t('prune.open')}</Button></Link>
            <Link to="/customers/bin"><Button icon={<DeleteOutlined />}>{t('bin.open')}</Button></Link>
            {can('customersExport') && <Button icon={<ExportOutlined />} onClick={() => setExporting(true)}>{t('actions.export')}</Button>}
          </Space>
        )}
      />
      <ViewBar query={list.query} columns={list.columns} />
      <ScopeBar scope={list.scope} onChange={list.setScope} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel flush>
        <div className={styles.tools}>
          <Input.Search
            key={list.filter.search ?? ''}
            className={styles.search}
            allowClear
            defaultValue={list.filter.search}
            placeholder={t('customers.search')}
            aria-label={t('customers.search')}
            onSearch={(search) => list.setFilter({ ...list.filter, search: search || undefined })}
          />
          <Badge count={filters} size="small" color="var(--ant-color-primary)">
            <Button icon={<FilterOutlined />} onClick={() => setFiltering(true)}>{t('customers.filters')}</Button>
          </Badge>
          <ColumnChoice all={all} shown={shown.map((column) => column.key)} onChange={list.setColumns} />
        </div>
        {chosen.length > 0 && data && <ChosenBar chosen={chosen} total={data.total} who={list.who} onDone={() => setChosen([])} />}
        <FilterTags filter={list.filter} onChange={list.setFilter} />
        {(data || !error) && <DataTable
          label={t('customers.list')}
          columns={shown}
          rows={data?.items}
          rowKey={(row) => row.id}
          sort={list.sort}
          onSort={list.setSort}
          onOpen={(row) => void navigate(`/customers/${row.id}`)}
          stale={isPlaceholderData}
          chosen={can('customersWrite') ? { keys: chosen, onChange: setChosen, name: (row) => t('chosen.choose', { name: row.name || row.buyer || t('customers.unnamed') }) } : undefined}
          skeletonRows={15}
          sticky
          empty={
            filters > 0
              ? <EmptyState title={t('customers.noneTitle')} action={<Button onClick={() => list.setFilter({})}>{t('actions.clear')}</Button>}>{t('customers.none')}</EmptyState>
              : <EmptyState title={t('customers.emptyTitle')} action={can('importsRun') && <Button type="primary" onClick={() => void navigate('/data/imports/new')}>{t('overview.import')}</Button>}>{t('customers.empty')}</EmptyState>
          }
        />}
        {data && data.total > 0 && (
          <div className={styles.paging}>
            <span>{t('actions.of', { from: format.full(first), to: format.full(first + data.items.length - 1), total: format.full(data.total) })}</span>
            <Pagination
              current={list.page}
              pageSize={list.limit}
              total={data.total}
              onChange={list.setPage}
              showSizeChanger={{ options: [25, 50, 100].map((value) => ({ value, label: `${value} ${t('customers.perPage')}` })) }}
              responsive
            />
          </div>
        )}
      </Panel>
      {exporting && <ExportDialog table="customers" query={list.who} onClose={() => setExporting(false)} />}
      {filtering && <FilterDrawer filter={list.filter} onApply={list.setFilter} onClose={() => setFiltering(false)} />}
    </>
  );
}
