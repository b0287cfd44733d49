import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Scope } from '../../api/types';
import type { RfmAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import { customersBehind } from '../customers/drill';

type Group = RfmAnswer['groups'][number];

export function RfmTable({ data, query }: { data: RfmAnswer | undefined; query: Scope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const columns: DataColumn<Group>[] = [
    {
      key: 'group', title: t('rfm.group'), heading: true,
      render: ({ group }) => can('customersRead') ? <Link to={customersBehind(query, { group })}>{t(`groups.${group}`)}</Link> : t(`groups.${group}`),
    },
    { key: 'customers', title: t('metrics.customers'), numeric: true, render: (row) => format.full(row.customers) },
    { key: 'share', title: t('metrics.share'), numeric: true, render: (row) => format.percent(row.share) },
    { key: 'orders', title: t('metrics.orders'), numeric: true, render: (row) => format.full(row.orders) },
    { key: 'grossSales', wide: true, title: t('metrics.grossSales'), numeric: true, render: (row) => format.fullMoney(row.grossSales) },
    { key: 'netSales', wide: true, title: t('metrics.netSales'), numeric: true, render: (row) => format.fullMoney(row.netSales) },
    { key: 'salesShare', title: t('metrics.salesShare'), numeric: true, render: (row) => format.percent(row.salesShare) },
  ];
  return (
    <Panel flush>
      <DataTable label={t('rfm.chart')} columns={columns} rows={data?.groups} rowKey={(row) => row.group} />
    </Panel>
  );
}
