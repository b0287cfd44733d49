import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Scope } from '../../api/types';
import type { HistogramAnswer, HistogramBar } from '../../api/types';
import { ChartPanel } from '../../charts/ChartPanel';
import { tick } from '../../format/format';
import { useFormat } from '../../format/useFormat';
import { useIsPhone } from '../../parts/useIsPhone';
import { useCan } from '../../session/SessionContext';
import { customersBehind } from '../customers/drill';

type Props = { kind: 'recency' | 'frequency'; data: HistogramAnswer | undefined; query: Scope };

const nameOf = ({ least, most }: HistogramBar) => (most === null ? `≥ ${least}` : most === least ? `${least}` : `${least}–${most}`);

/** Customers by a number of days or orders; a bar opens the customers in it. */
export function HistogramChart({ kind, data, query }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useIsPhone();
  const can = useCan();
  const navigate = useNavigate();
  const option = useMemo(() => {
    if (!data) return null;
    return {
      grid: { left: 8, right: 16, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => format.full(typeof value === 'number' ? value : null),
      },
      xAxis: { type: 'category', data: data.bars.map(nameOf), axisLabel: phone ? { hideOverlap: true } : { interval: 0, fontSize: 11 } },
      yAxis: { type: 'value', axisLabel: { formatter: (value: number) => tick(format.short(value)) }, splitNumber: 4, minInterval: 1 },
      series: [{
        name: t('metrics.customers'),
        type: 'bar',
        barCategoryGap: '12%',
        cursor: can('customersRead') ? 'pointer' : 'default',
        label: { show: !phone && data.bars.length <= 24, position: 'top', fontSize: 11, formatter: ({ value }: { value: number }) => (value > 0 ? format.full(value) : '') },
        data: data.bars.map((bar) => bar.customers),
      }],
    };
  }, [data, format, phone, t, can]);
  const rows = data
    ? {
        columns: [
          { title: kind === 'recency' ? t('rhythm.days') : t('metrics.orders') }, { title: t('metrics.customers'), write: format.full },
          { title: t('metrics.grossSales'), write: format.fullMoney }, { title: t('metrics.netSales'), write: format.fullMoney },
        ],
        values: data.bars.map((bar) => [nameOf(bar), bar.customers, bar.grossSales, bar.netSales]),
      }
    : null;
  const open = ({ dataIndex }: { dataIndex: number }) => {
    const bar = data?.bars[dataIndex];
    if (!bar || !can('customersRead')) return;
    const most = bar.most ?? undefined;
    const filter = kind === 'recency' ? { minRecency: bar.least, maxRecency: most } : { minOrders: bar.least, maxOrders: most };
    void navigate(customersBehind(query, filter));
  };
  return (
    <ChartPanel
      title={t(`rhythm.${kind}`)}
      note={format.sentences(t(`rhythm.${kind}Note`), can('customersRead') ? t('rhythm.clickNote') : '')}
      label={t(`rhythm.${kind}Label`)}
      option={option}
      rows={rows}
      height={300}
      fileName={`${kind}-${data?.asOf ?? ''}`}
      onClick={open}
    />
  );
}
