import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Scope } from '../../api/types';
import type { RfmAnswer } from '../../api/types';
import { ChartPanel } from '../../charts/ChartPanel';
import { Legend } from '../../charts/Legend';
import { useFormat } from '../../format/useFormat';
import { useCan } from '../../session/SessionContext';
import { useTheme } from '../../theme/ThemeContext';
import { categorical } from '../../theme/tokens';
import { customersBehind } from '../customers/drill';

/** The groups' share of people beside their share of sales: where the two part, money waits. */
export function RfmChart({ data, query }: { data: RfmAnswer | undefined; query: Scope }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const { dark } = useTheme();
  const palette = dark ? categorical.dark : categorical.light;
  const people = t('rfm.peopleShare');
  const sales = t('metrics.salesShare');
  const option = useMemo(() => {
    if (!data) return null;
    const groups = [...data.groups].reverse();
    const bar = (name: string, pick: (group: RfmAnswer['groups'][number]) => number | null, color: string | undefined) => ({
      name,
      type: 'bar',
      barMaxWidth: 13,
      barGap: '12%',
      itemStyle: { color },
      cursor: can('customersRead') ? 'pointer' : 'default',
      label: { show: true, position: 'right', fontSize: 11, formatter: ({ value }: { value: number }) => format.percent(value) },
      data: groups.map(pick),
    });
    return {
      grid: { left: 8, right: 56, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: unknown) => format.percent(typeof value === 'number' ? value : null) },
      xAxis: { type: 'value', axisLabel: { hideOverlap: true, formatter: (value: number) => format.percent(value, 0) }, splitNumber: 4 },
      yAxis: { type: 'category', data: groups.map(({ group }) => t(`groups.${group}`)) },
      series: [bar(sales, (group) => group.salesShare, palette[0]), bar(people, (group) => group.share, palette[2])],
    };
  }, [data, format, palette, people, sales, t, can]);
  const rows = data
    ? {
        columns: [{ title: t('rfm.group') }, { title: t('metrics.customers'), write: format.full }, { title: people, write: format.percent }, { title: sales, write: format.percent }],
        values: data.groups.map((group) => [t(`groups.${group.group}`), group.customers, group.share, group.salesShare]),
      }
    : null;
  const open = ({ dataIndex }: { dataIndex: number }) => {
    const group = data?.groups.at(-1 - dataIndex)?.group;
    if (group && can('customersRead')) void navigate(customersBehind(query, { group }));
  };
  return (
    <ChartPanel
      title={t('rfm.chart')}
      note={t('rfm.chartNote')}
      label={t('rfm.chartLabel')}
      option={option}
      rows={rows}
      height={360}
      fileName={`rfm-${data?.asOf ?? ''}`}
      onClick={open}
      legend={<Legend keys={[{ name: sales, color: palette[0] ?? '' }, { name: people, color: palette[2] ?? '' }]} />}
    />
  );
}
