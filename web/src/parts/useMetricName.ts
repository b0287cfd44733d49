import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import type { en } from '../i18n/en';
import { useMetrics } from '../resources/useMetrics';

type Known = keyof (typeof en)['metrics'];
const money = new Set(['netSales', 'grossSales', 'new', 'returning', 'anonymous', 'aov', 'spendPerBuyer', 'averageUnitPrice', 'pricePerUnit', 'grossPerOrder', 'refunds', 'discounts', 'refundsByOwnDate']);
const ratios = new Set(['unitsPerOrder', 'ordersPerBuyer']);
const shares = new Set(['refundRate']);

/** What a metric is called: in our words, else in the dictionary's. */
export function useMetricName(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  const metrics = useMetrics();
  return (key) => {
    if (i18n.exists(`metrics.${key}`)) return t(`metrics.${key as Known}`);
    return metrics.get(key)?.name[language] ?? key;
  };
}

/** A metric's value in its own unit. */
export function useMetricValue(): (key: string, value: number | null) => string {
  const format = useFormat();
  return (key, value) => {
    if (money.has(key)) return format.money(value);
    if (ratios.has(key)) return format.full(value, 2);
    if (shares.has(key)) return format.percent(value);
    return format.short(value);
  };
}
