import { LeftOutlined } from '@ant-design/icons';
import { Pagination, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { PruneRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { usePruneList, type PruneLimits } from '../../resources/usePrune';
import { useRegionName } from '../../resources/useRegions';
import { useCan } from '../../session/SessionContext';
import styles from './CustomersPage.module.css';
import { PruneBar } from './PruneBar';
import { PruneLimitsForm } from './PruneLimitsForm';
import { PruneReasons } from './PruneReasons';

const numbers = ['months', 'maxOrders', 'maxNetSales'] as const;

/** People whom no message reaches and who bring nothing: marked, or put aside. */
export default function PrunePage() {
  const { t } = useTranslation();
  const can = useCan();
  const [params, setParams] = useSearchParams();
  const limits = readLimits(params);
  const page = Math.max(1, Number(params.get('page')) || 1);
  const [chosen, setChosen] = useState<number[]>([]);
  const { data, error, refetch, isPlaceholderData } = usePruneList(limits, page);
  const columns = useColumns();
  const put = (next: PruneLimits, to = 1) => {
    setChosen([]);
    setParams(new URLSearchParams([...Object.entries(next).filter(([, value]) => value !== undefined && value !== false).map(([key, value]) => [key, String(value)]), ...(to > 1 ? [['page', String(to)]] : [])]));
  };
  return (
    <>
      <Link to="/customers" className={styles.back}><LeftOutlined aria-hidden /> {t('customer.back')}</Link>
      <PageHead title={t('prune.title')} answer={!data ? ' ' : data.total > 0 ? <Sentence of="prune.answer" count={data.total} /> : t('prune.answerNone')} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel title={t('prune.limits')}><PruneLimitsForm limits={limits} onChange={(next) => put(next)} /></Panel>
      {data && data.total > 0 && <Panel title={t('prune.whyTitle')}><PruneReasons reasons={data.reasons} total={data.total} /></Panel>}
      <Panel flush>
        {chosen.length > 0 && data && <PruneBar chosen={chosen} total={data.total} limits={limits} onDone={() => setChosen([])} />}
        {(data || !error) && (
          <DataTable
            label={t('prune.title')} columns={columns} rows={data?.items} rowKey={(row) => row.id} stale={isPlaceholderData} skeletonRows={10}
            chosen={can('customersWrite') ? { keys: chosen, onChange: setChosen, name: (row) => t('chosen.choose', { name: row.name || row.buyer || t('customers.unnamed') }) } : undefined}
            empty={<EmptyState title={t('prune.emptyTitle')}>{t('prune.empty')}</EmptyState>}
          />
        )}
        {data && data.total > data.limit && (
          <div className={styles.paging}><span /><Pagination current={page} pageSize={data.limit} total={data.total} showSizeChanger={false} onChange={(to) => put(limits, to)} /></div>
        )}
      </Panel>
    </>
  );
}

function readLimits(params: URLSearchParams): PruneLimits {
  const limits: PruneLimits = {};
  for (const key of numbers) {
    const text = params.get(key);
    if (text !== null && /^\d+$/.test(text)) limits[key] = Number(text);
  }
  if (params.get('withSuppressed') === 'true') limits.withSuppressed = true;
  return limits;
}

function useColumns(): DataColumn<PruneRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  return [
    { key: 'name', title: t('customers.name'), heading: true, render: (row) => <Link to={`/customers/${row.id}`}>{row.name || row.buyer || t('customers.unnamed')}</Link> },
    { key: 'why', title: t('prune.why'), wide: true, render: (row) => (
      <>{t('prune.both', { one: t(`prune.phone.${row.phone}`), other: t(`prune.email.${row.email}`) })}{row.isSuppressed && <Tag style={{ marginInlineStart: 8 }}>{t('prune.suppressed')}</Tag>}</>
    ) },
    { key: 'region', wide: true, title: t('customers.region'), render: (row) => [region(row.region), row.city].filter(Boolean).join(' · ') || '–' },
    { key: 'lastDay', title: t('prune.lastOrder'), numeric: true, render: (row) => (row.lastDay ? format.day(row.lastDay) : t('prune.never')) },
    { key: 'orders', title: t('customers.orders'), numeric: true, render: (row) => format.full(row.orders) },
    { key: 'netSales', title: t('customers.netSales'), numeric: true, render: (row) => format.fullMoney(row.netSales) },
  ];
}
