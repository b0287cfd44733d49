import { LeftOutlined } from '@ant-design/icons';
import { Button, Pagination, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { BinnedCustomer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useActorName } from '../../parts/useActorName';
import { useBin, useRestore } from '../../resources/useManyCustomers';
import { useRegionName } from '../../resources/useRegions';
import { useCan } from '../../session/SessionContext';
import styles from './CustomersPage.module.css';
import { EraseDialog } from './EraseDialog';

/** Customers who were put aside: back again, or gone for good. */
export default function BinPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const [chosen, setChosen] = useState<number[]>([]);
  const [erasing, setErasing] = useState(false);
  const { data, error, refetch } = useBin(page);
  const restore = useRestore();
  const columns = useColumns();
  const mayWrite = can('customersWrite');
  const problem = error ?? restore.error;
  return (
    <>
      <Link to="/customers" className={styles.back}><LeftOutlined aria-hidden /> {t('customer.back')}</Link>
      <PageHead title={t('bin.title')} answer={!data ? ' ' : data.total > 0 ? <Sentence of="bin.answer" count={data.total} /> : t('bin.answerEmpty')} />
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      <Panel flush>
        {chosen.length > 0 && (
          <div className={styles.chosen}>
            <span>{t('chosen.count', { count: chosen.length })}</span>
            <Button size="small" type="primary" loading={restore.isPending} onClick={() => restore.mutate(chosen, { onSuccess: () => setChosen([]) })}>{t('bin.restore')}</Button>
            {can('customersErase') && <Button size="small" danger onClick={() => setErasing(true)}>{t('bin.erase')}</Button>}
          </div>
        )}
        {(data || !error) && (
          <DataTable
            label={t('bin.title')} columns={columns} rows={data?.items} rowKey={(row) => row.id} skeletonRows={5}
            chosen={mayWrite ? { keys: chosen, onChange: setChosen, name: (row) => t('chosen.choose', { name: row.name || row.buyer || t('customers.unnamed') }) } : undefined}
            empty={<EmptyState title={t('bin.emptyTitle')}>{t('bin.empty')}</EmptyState>}
          />
        )}
        {data && data.total > data.limit && (
          <div className={styles.paging}><Space /><Pagination current={page} pageSize={data.limit} total={data.total} showSizeChanger={false} onChange={(to) => setParams(to > 1 ? { page: String(to) } : {})} /></div>
        )}
      </Panel>
      {erasing && <EraseDialog customers={chosen} onClose={() => setErasing(false)} onErased={() => { setErasing(false); setChosen([]); }} />}
    </>
  );
}

function useColumns(): DataColumn<BinnedCustomer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const region = useRegionName();
  return [
    { key: 'name', title: t('customers.name'), heading: true, render: (row) => <Link to={`/customers/${row.id}`}>{row.name || row.buyer || t('customers.unnamed')}</Link> },
    { key: 'buyer', title: t('customers.buyer'), render: (row) => row.buyer || '–' },
    { key: 'place', wide: true, title: t('customers.region'), render: (row) => [region(row.region), row.city].filter(Boolean).join(' · ') || '–' },
    { key: 'at', title: t('bin.at'), wide: true, render: (row) => format.instant(row.at) },
    { key: 'by', title: t('identity.by'), render: (row) => actor(row.actor) },
  ];
}
