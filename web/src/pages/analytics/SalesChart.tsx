import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grain, OverviewAnswer } from '../../api/types';
import { ChartPanel } from '../../charts/ChartPanel';
import type { ChartRows } from '../../charts/ChartTable';
import { Legend } from '../../charts/Legend';
import { useFormat } from '../../format/useFormat';
import { useIsPhone } from '../../parts/useIsPhone';
import type { Compare } from '../../scope/scope';
import { useSession } from '../../session/SessionContext';
import { useTheme } from '../../theme/ThemeContext';
import { categorical } from '../../theme/tokens';
import { salesOption } from './salesOption';

type Props = { data: OverviewAnswer | undefined; grain: Grain; onGrain: (grain: Grain) => void; compare: Compare };

/** Net sales step by step, stacked by who bought, with the compared period as a line. */
export function SalesChart({ data, grain, onGrain, compare }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useSession();
  const { dark } = useTheme();
  const narrow = useIsPhone();
  const palette = dark ? categorical.dark : categorical.light;
  const colors = useMemo(() => ({ returning: palette[0] ?? '', new: palette[1] ?? '', anonymous: palette[7] ?? '', compared: palette[4] ?? '' }), [palette]);
  const names = useMemo(
    () => ({ returning: t('metrics.returning'), new: t('metrics.new'), anonymous: t('metrics.anonymous'), compared: t('overview.compared'), today: t('charts.today') }),
    [t],
  );
  const withAnonymous = data?.series.some((step) => step.anonymous.netSales !== 0) ?? false;
  const withCompared = compare !== 'none' && (data?.comparedSeries?.length ?? 0) > 0;
  const option = useMemo(
    () => (data ? salesOption({ data, grain, names, colors, format, today, withAnonymous, withCompared, narrow }) : null),
    [data, grain, names, colors, format, today, withAnonymous, withCompared, narrow],
  );
  const rows = useMemo<ChartRows | null>(() => {
    if (!data) return null;
    const write = format.fullMoney;
    const columns = [
      { title: t('overview.period'), say: (from: string) => format.step(from, grain) }, { title: names.returning, write }, { title: names.new, write }, { title: names.anonymous, write },
      { title: t('metrics.netSales'), write }, ...(withCompared ? [{ title: names.compared, write }] : []),
    ];
    const values = data.series.map((step, index) => [
      step.from, step.returning.netSales, step.new.netSales, step.anonymous.netSales, step.all.netSales,
      ...(withCompared ? [data.comparedSeries?.[index]?.all.netSales ?? null] : []),
    ]);
    return { columns, values };
  }, [data, grain, format, names, t, withCompared]);

  return (
    <ChartPanel
      title={t('overview.chart')}
      note={t('overview.splitNote')}
      label={t('overview.chartLabel', { grain: t(`overview.${grain}`), from: format.day(data?.from), to: format.day(data?.to) })}
      option={option}
      rows={rows}
      fileName={`net-sales-${data?.from ?? ''}-${data?.to ?? ''}`}
      extra={
        <Segmented
          size="small"
          aria-label={t('overview.grain')}
          value={grain}
          onChange={onGrain}
          options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: t(`overview.${value}`) }))}
        />
      }
      legend={
        <Legend
          keys={[
            { name: names.returning, color: colors.returning },
            { name: names.new, color: colors.new },
            ...(withAnonymous ? [{ name: names.anonymous, color: colors.anonymous }] : []),
            ...(withCompared ? [{ name: names.compared, color: colors.compared, line: true }] : []),
          ]}
        />
      }
    />
  );
}
