import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { CustomerRow, ProductRanking } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { useIsPhone } from '../../parts/useIsPhone';
import { useRegionName } from '../../resources/useRegions';

type Props<Row> = { items: Row[] | undefined; stale: boolean; empty: ReactNode };
type Placed<Row> = { place: number; item: Row };
/** On a phone a card's heading carries the place. */
function Named({ place, children }: { place: number; children: ReactNode }) {
  return <>{useIsPhone() && `${place}. `}{children}</>;
}
const placed = <Row,>(items: Row[] | undefined): Placed<Row>[] | undefined => items?.map((item, index) => ({ place: index + 1, item }));

export function CustomerRankTable({ items, stale, empty }: Props<CustomerRow>) {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  const navigate = useNavigate();
  const columns: DataColumn<Placed<CustomerRow>>[] = [
    { key: 'place', title: t('rankings.place'), width: 64, tableOnly: true, render: ({ place }) => place },
    { key: 'name', title: t('customers.name'), heading: true, render: ({ item, place }) => <Named place={place}><Link to={`/customers/${item.id}`} onClick={(event) => event.stopPropagation()}>{item.name || item.buyer || t('customers.unnamed')}</Link></Named> },
    { key: 'region', title: t('customers.region'), render: ({ item }) => region(item.region) || '–' },
    { key: 'netSales', title: t('metrics.netSales'), numeric: true, render: ({ item }) => format.fullMoney(item.netSales) },
    { key: 'grossSales', title: t('metrics.grossSales'), numeric: true, render: ({ item }) => format.fullMoney(item.grossSales) },
    { key: 'orders', title: t('metrics.orders'), numeric: true, render: ({ item }) => format.full(item.orders) },
    { key: 'aov', title: t('customers.aov'), numeric: true, render: ({ item }) => format.fullMoney(item.aov) },
    { key: 'lastDay', title: t('customers.lastDay'), numeric: true, render: ({ item }) => format.day(item.lastDay) },
  ];
  return (
    <DataTable
      label={t('rankings.customers')}
      columns={columns}
      rows={placed(items)}
      rowKey={({ item }) => item.id}
      onOpen={({ item }) => void navigate(`/customers/${item.id}`)}
      stale={stale}
      empty={empty}
      skeletonRows={12}
    />
  );
}

export function ProductRankTable({ items, stale, empty }: Props<ProductRanking['items'][number]>) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: DataColumn<Placed<ProductRanking['items'][number]>>[] = [
    { key: 'place', title: t('rankings.place'), width: 64, tableOnly: true, render: ({ place }) => place },
    { key: 'product', title: t('rankings.product'), heading: true, render: ({ item, place }) => <Named place={place}>{item.product.name || item.product.code}</Named> },
    { key: 'category', wide: true, title: t('rankings.category'), render: ({ item }) => item.product.category || '–' },
    { key: 'sales', title: t('metrics.sales'), numeric: true, render: ({ item }) => format.fullMoney(item.sales) },
    { key: 'orders', title: t('metrics.orders'), numeric: true, render: ({ item }) => format.full(item.orders) },
    { key: 'units', title: t('metrics.units'), numeric: true, render: ({ item }) => format.full(item.units) },
    { key: 'buyers', title: t('metrics.buyers'), numeric: true, render: ({ item }) => format.full(item.buyers) },
    { key: 'unitPrice', title: t('metrics.unitPrice'), numeric: true, render: ({ item }) => format.fullMoney(item.unitPrice) },
  ];
  return (
    <DataTable label={t('rankings.products')} columns={columns} rows={placed(items)} rowKey={({ item }) => item.product.id} stale={stale} empty={empty} skeletonRows={12} />
  );
}
