import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import type { DataColumn } from '../../parts/DataTable';
import { Definition } from '../../parts/Definition';
import { useRegionName } from '../../resources/useRegions';
import { CellTag } from './CellTag';

const usual = ['name', 'cell', 'group', 'region', 'netSales', 'orders', 'aov', 'lastDay', 'recency'];

/** Every column that the list can show, and those that it does. */
export function useCustomerColumns(chosen: string[] | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  const number = (key: 'recency' | 'orders' | 'units', sortable: boolean): DataColumn<CustomerRow> => ({
    key, title: t(`customers.${key}`), numeric: true, sortable, render: (row) => format.full(row[key]),
  });
  const money = (key: 'grossSales' | 'netSales' | 'aov'): DataColumn<CustomerRow> => ({
    key, title: <Definition metric={key}>{t(`customers.${key}`)}</Definition>, numeric: true, sortable: true, render: (row) => format.fullMoney(row[key]),
  });
  const day = (key: 'firstDay' | 'lastDay'): DataColumn<CustomerRow> => ({
    key, title: t(`customers.${key}`), numeric: true, sortable: true, render: (row) => format.day(row[key]),
  });
  const all: (DataColumn<CustomerRow> & { label: string })[] = [
    {
      key: 'name', title: t('customers.name'), heading: true, label: t('customers.name'),
      render: (row) => <Link to={`/customers/${row.id}`} onClick={(event) => event.stopPropagation()}>{row.name || row.buyer || t('customers.unnamed')}</Link>,
    },
    { key: 'buyer', title: t('customers.buyer'), label: t('customers.buyer'), render: (row) => row.buyer || '–' },
    { key: 'cell', title: t('customers.cell'), label: t('customers.cell'), render: (row) => <CellTag r={row.r} f={row.f} /> },
    { key: 'group', wide: true, title: t('customers.group'), label: t('customers.group'), render: (row) => (row.group ? t(`groups.${row.group}`) : '–') },
    { key: 'serviceLevel', title: t('levels.level'), label: t('levels.level'), render: (row) => row.serviceLevel ?? '–' },
    { key: 'region', title: t('customers.region'), label: t('customers.region'), render: (row) => region(row.region) || '–' },
    { key: 'city', title: t('customers.city'), label: t('customers.city'), render: (row) => row.city || '–' },
    { ...money('netSales'), label: t('customers.netSales') },
    { ...money('grossSales'), label: t('customers.grossSales') },
    { ...number('orders', true), label: t('customers.orders') },
    { ...number('units', false), label: t('customers.units') },
    { ...money('aov'), label: t('customers.aov') },
    { ...day('firstDay'), label: t('customers.firstDay') },
    { ...day('lastDay'), label: t('customers.lastDay') },
    { ...number('recency', false), label: t('customers.recency') },
  ];
  const keys = chosen ?? usual;
  return { all, shown: all.filter(({ key }) => key === 'name' || keys.includes(key)) };
}
