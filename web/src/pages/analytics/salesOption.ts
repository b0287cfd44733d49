import type { EChartsCoreOption } from 'echarts/core';
import type { Grain, OverviewAnswer, PeriodFigures } from '../../api/types';
import { tick } from '../../format/format';
import type { Format } from '../../format/useFormat';

type Names = { returning: string; new: string; anonymous: string; compared: string; today: string };
type Input = {
  data: OverviewAnswer;
  grain: Grain;
  names: Names;
  colors: { returning: string; new: string; anonymous: string; compared: string };
  format: Format;
  today: string;
  withAnonymous: boolean;
  withCompared: boolean;
  /** Too narrow for the name of every step. */
  narrow: boolean;
};

/** The drawing of net sales: zero-based stacked bars, the compared period as a dashed line, today marked. */
export function salesOption({ data, grain, names, colors, format, today, withAnonymous, withCompared, narrow }: Input): EChartsCoreOption {
  const steps = data.series.map((step) => format.step(step.from, grain));
  const bar = (key: 'returning' | 'new' | 'anonymous') => ({
    name: names[key],
    type: 'bar',
    stack: 'sales',
    barMaxWidth: 32,
    itemStyle: { color: colors[key] },
    emphasis: { focus: 'none' },
    data: data.series.map((step: PeriodFigures) => step[key].netSales),
  });
  const todayIndex = data.series.findIndex((step) => step.from <= today && today <= step.to);
  const mark = todayIndex < 0 ? {} : {
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { type: 'dotted', color: colors.compared },
      label: { formatter: names.today, fontSize: 11, position: 'end' },
      data: [{ xAxis: todayIndex }],
    },
  };
  return {
    grid: { left: 8, right: 16, top: 24, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => format.fullMoney(typeof value === 'number' ? value : null) },
    xAxis: { type: 'category', data: steps, axisLabel: { hideOverlap: true, interval: !narrow && steps.length <= 14 ? 0 : 'auto' } },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => tick(format.money(value)) }, splitNumber: 4 },
    series: [
      { ...bar('returning'), ...mark },
      bar('new'),
      ...(withAnonymous ? [bar('anonymous')] : []),
      ...(withCompared
        ? [{
            name: names.compared,
            type: 'line',
            symbol: 'none',
            lineStyle: { type: 'dashed', width: 2, color: colors.compared },
            itemStyle: { color: colors.compared },
            data: data.series.map((_, index) => data.comparedSeries?.[index]?.all.netSales ?? null),
          }]
        : []),
    ],
  };
}
