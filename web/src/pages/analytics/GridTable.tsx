import { useTranslation } from 'react-i18next';
import type { GridAnswer, GridCell } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';

/** The grid in rows, for reading aloud and for copying. */
export function GridTable({ data }: { data: GridAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: DataColumn<GridCell>[] = [
    { key: 'cell', title: t('customers.cell'), heading: true, render: ({ r, f }) => t('grid.cellTitle', { r: t(`r.${r}`), f: t(`f.${f}`) }) },
    { key: 'customers', title: t('metrics.customers'), numeric: true, render: (cell) => format.full(cell.customers) },
    { key: 'share', title: t('metrics.share'), numeric: true, render: (cell) => format.percent(cell.share) },
    { key: 'orders', title: t('metrics.orders'), numeric: true, render: (cell) => format.full(cell.orders) },
    { key: 'netSales', wide: true, title: t('metrics.netSales'), numeric: true, render: (cell) => format.fullMoney(cell.netSales) },
    { key: 'salesShare', title: t('metrics.salesShare'), numeric: true, render: (cell) => format.percent(cell.salesShare) },
    { key: 'aov', title: t('metrics.aov'), numeric: true, render: (cell) => format.fullMoney(cell.aov) },
  ];
  return <DataTable label={t('grid.label')} columns={columns} rows={data.cells} rowKey={(cell) => `${cell.r}-${cell.f}`} />;
}
