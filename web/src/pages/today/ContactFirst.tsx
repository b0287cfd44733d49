import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CustomerRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useCustomers } from '../../resources/useCustomers';
import { CellTag } from '../customers/CellTag';
import { silentFilter, silentRegulars } from './silentRegulars';

const few = 5;

/** The decision of the morning: who of the good customers has gone quiet, the most valuable first. */
export function ContactFirst() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { data, error, refetch } = useCustomers({ ...silentFilter, sort: '-netSales', limit: few });
  const columns: DataColumn<CustomerRow>[] = [
    {
      key: 'name', title: t('customers.name'), heading: true,
      render: (row) => <Link to={`/customers/${row.id}`} onClick={(event) => event.stopPropagation()}>{row.name || row.buyer || t('customers.unnamed')}</Link>,
    },
    { key: 'cell', title: t('customers.cell'), render: (row) => <CellTag r={row.r} f={row.f} /> },
    { key: 'lastDay', title: t('customers.lastDay'), numeric: true, render: (row) => format.day(row.lastDay) },
    { key: 'recency', title: t('customers.recency'), numeric: true, render: (row) => format.full(row.recency) },
    { key: 'orders', title: t('customers.orders'), numeric: true, render: (row) => format.full(row.orders) },
    { key: 'netSales', title: t('customers.netSales'), numeric: true, render: (row) => format.fullMoney(row.netSales) },
  ];
  return (
    <Panel
      title={t('today.contact')}
      note={data && data.total === 0 ? undefined : data ? t('today.contactNote', { count: data.total }) : '\u00a0'}
      extra={data && data.total > few && <Link to={silentRegulars}>{t('today.contactAll')}</Link>}
      flush
    >
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : (
        <DataTable
          label={t('today.contact')}
          columns={columns}
          rows={data?.items}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate(`/customers/${row.id}`)}
          skeletonRows={few}
          empty={<p style={{ padding: '0 16px' }}>{t('today.contactNone')}</p>}
        />
      )}
    </Panel>
  );
}
