import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Figures, OverviewAnswer, Scope } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Definition } from '../../parts/Definition';
import { Panel } from '../../parts/Panel';
import { useMetricName } from '../../parts/useMetricName';
import { useCan } from '../../session/SessionContext';
import { buyersBehind } from '../customers/drill';

const keys = [
  'netSales', 'grossSales', 'refundsByOwnDate', 'orders', 'buyers', 'aov', 'spendPerBuyer', 'unitsPerOrder', 'averageUnitPrice', 'refundRate',
] as const satisfies (keyof Figures)[];
type Row = { key: (typeof keys)[number] };

/** Equation 2, for new customers against returning ones. */
export function NewOldTable({ data, scope }: { data: OverviewAnswer | undefined; scope: Scope }) {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const name = useMetricName();
  const write = (key: Row['key'], figures: Figures) => {
    const value = figures[key];
    if (key === 'refundRate') return format.percent(value);
    if (key === 'unitsPerOrder') return format.full(value, 2);
    return key === 'orders' || key === 'buyers' ? format.full(value) : format.fullMoney(value);
  };
  const cell = (key: Row['key'], part: 'all' | 'new' | 'returning' | 'anonymous'): ReactNode => {
    if (!data) return '';
    // Orders without a buyer have no number of buyers, not one of zero.
    if (key === 'buyers' && part === 'anonymous') return '–';
    const text = write(key, data.total[part]);
    if (key !== 'buyers' || part === 'anonymous' || !can('customersRead')) return text;
    return <Link to={buyersBehind(scope, data.total, part)}>{text}</Link>;
  };
  const split = (part: 'all' | 'new' | 'returning' | 'anonymous', title: string): DataColumn<Row> => ({
    key: part, title, numeric: true, render: ({ key }) => cell(key, part),
  });
  const columns: DataColumn<Row>[] = [
    { key: 'figure', title: t('overview.figure'), heading: true, render: ({ key }) => <Definition metric={key}>{name(key)}</Definition> },
    split('new', t('overview.newShort')),
    split('returning', t('overview.returningShort')),
    ...(data && data.total.anonymous.orders > 0 ? [split('anonymous', t('overview.anonymousShort'))] : []),
    split('all', t('overview.all')),
  ];
  return (
    <Panel title={t('overview.newOld')} note={t('overview.newOldNote')} flush>
      <DataTable label={t('overview.newOld')} columns={columns} rows={data ? keys.map((key) => ({ key })) : undefined} rowKey={({ key }) => key} />
    </Panel>
  );
}
