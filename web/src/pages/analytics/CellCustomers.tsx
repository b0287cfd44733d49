import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { useCustomers, type CustomerQuery } from '../../resources/useCustomers';

/** The first page of a drill-down; the full list is a click away. */
export function CellCustomers({ query, onOpen }: { query: CustomerQuery; onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useCustomers({ ...query, sort: '-netSales', limit: 10 });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const columns: DataColumn<CustomerRow>[] = [
    { key: 'name', title: t('customers.name'), heading: true, render: (row) => <Link to={`/customers/${row.id}`} onClick={(event) => event.stopPropagation()}>{row.name || row.buyer || t('customers.unnamed')}</Link> },
    { key: 'orders', title: t('customers.orders'), numeric: true, render: (row) => format.full(row.orders) },
    { key: 'netSales', title: t('customers.netSales'), numeric: true, render: (row) => format.fullMoney(row.netSales) },
    { key: 'recency', title: t('customers.recency'), numeric: true, render: (row) => format.full(row.recency) },
  ];
  return (
    <DataTable
      label={t('grid.inCell')}
      columns={columns}
      rows={data?.items}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      skeletonRows={10}
      empty={<p>{t('grid.noneInCell')}</p>}
    />
  );
}
