import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { en } from '../i18n/en';
import { useMetrics } from '../resources/useMetrics';

type Known = keyof (typeof en)['metrics'];
const money = new Set(['netSales', 'grossSales', 'new', 'returning', 'anonymous', 'aov', 'spendPerBuyer', 'averageUnitPrice', 'refunds', 'discounts', 'refundsByOwnDate']);
const ratios = new Set(['unitsPerOrder', 'ordersPerBuyer']);
const shares = new Set(['refundRate', 'netShare']);

/** The last step of a metric's path: "returning.orders" is a number of orders. */
export const metricOf = (key: string) => key.split(/[./]/).at(-1) ?? key;

/** What a metric is called: in our words, else in the dictionary's. */
export function useMetricName(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  const metrics = useMetrics();
  return (key) => {
    const metric = metricOf(key);
    if (i18n.exists(`metrics.${metric}`)) return t(`metrics.${metric as Known}`);
    return metrics.get(metric)?.name[language] ?? metric;
  };
}

/** A metric's value in its own unit. */
export function useMetricValue(): (key: string, value: number | null) => string {
  const format = useFormat();
  return (key, value) => {
    const metric = metricOf(key);
    if (money.has(metric)) return format.money(value);
    if (ratios.has(metric)) return format.full(value, 2);
    if (shares.has(metric)) return format.percent(value);
    return format.short(value);
  };
}
