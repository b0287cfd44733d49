import type { Figures, OverviewAnswer, PeriodFigures, Scope } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { FigureRow, type FigureCell } from '../../parts/FigureRow';
import { useMetricName } from '../../parts/useMetricName';
import type { Compare } from '../../scope/scope';
import { useCan } from '../../session/SessionContext';
import { buyersBehind } from '../customers/drill';

export const comparedOf = (data: OverviewAnswer, compare: Compare): PeriodFigures | null =>
  compare === 'none' ? null : compare === 'year' ? data.year : data.previous;

const keys = ['netSales', 'orders', 'buyers', 'aov', 'spendPerBuyer', 'refundRate'] as const satisfies (keyof Figures)[];

/** The six figures of sales, against the compared period and with their course. */
export function OverviewFigures({ data, scope, compare }: { data: OverviewAnswer | undefined; scope: Scope; compare: Compare }) {
  const format = useFormat();
  const can = useCan();
  const name = useMetricName();
  if (!data) return <FigureRow figures={null} loading />;
  const before = comparedOf(data, compare)?.all;
  const write = (key: (typeof keys)[number], value: number | null) =>
    key === 'refundRate' ? format.percent(value) : key === 'orders' || key === 'buyers' ? format.short(value) : format.money(value);
  const exact = (key: (typeof keys)[number], value: number | null) =>
    key === 'refundRate' ? format.percent(value, 2) : key === 'orders' || key === 'buyers' ? format.full(value) : format.fullMoney(value);
  const figures = keys.map((key): FigureCell => ({
    metric: key,
    label: name(key),
    value: write(key, data.total.all[key]),
    title: exact(key, data.total.all[key]),
    before: before?.[key],
    after: data.total.all[key],
    compared: compare !== 'none',
    goodWhen: key === 'refundRate' ? 'down' : 'up',
    to: can('customersRead') ? buyersBehind(scope, data.total, 'all') : undefined,
    series: data.series.map((step) => step.all[key]),
  }));
  return <FigureRow figures={figures} />;
}
