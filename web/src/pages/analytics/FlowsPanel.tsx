import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridFlow, GridFlowAnswer, Scope } from '../../api/types';
import { ChartPanel } from '../../charts/ChartPanel';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useIsPhone } from '../../parts/useIsPhone';
import { useGridFlows } from '../../resources/useReports';
import { recency } from '../../theme/tokens';

type Names = { from: (flow: GridFlow) => string; to: (flow: GridFlow) => string };

/** Who went from which cell of the grid to which: bands by people, and the same as a table with what they bought between. */
export function FlowsPanel({ query }: { query: Scope & { before: string } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = useIsPhone();
  const { data, error, refetch } = useGridFlows(query);
  const names = useMemo<Names>(() => ({
    from: ({ fromR, fromF }) => (fromR && fromF ? t('grid.cellTitle', { r: t(`r.${fromR}`), f: t(`f.${fromF}`) }) : t('grid.flowNew')),
    to: ({ toR, toF }) => t('grid.cellTitle', { r: t(`r.${toR}`), f: t(`f.${toF}`) }),
  }), [t]);
  const option = useMemo(() => {
    if (!data) return null;
    const say = (flow: GridFlow) => t('grid.flowsPeople', { from: names.from(flow), to: names.to(flow), people: t('grid.people', { count: flow.customers }), sales: format.fullMoney(flow.netSales) });
    return sankey(data, names, say);
  }, [data, names, t, format]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <ChartPanel
      title={t('grid.flows')}
      note={data && t('grid.flowsNote', { before: format.day(data.before), day: format.day(data.asOf) })}
      label={t('grid.flowsLabel')}
      option={option}
      rows={data ? {
        columns: [
          { title: t('grid.flowFrom') }, { title: t('grid.flowTo') }, { title: t('metrics.customers'), write: format.full }, { title: t('grid.flowShare'), write: format.percent },
          { title: t('grid.flowOrders'), write: format.full }, { title: t('grid.flowSales'), write: format.fullMoney },
        ],
        values: [...data.flows].sort((a, b) => b.customers - a.customers).map((flow) => [names.from(flow), names.to(flow), flow.customers, flow.share, flow.orders, flow.netSales]),
      } : null}
      height={phone ? 620 : 520}
      fileName={`grid-flows-${data?.before ?? ''}-${data?.asOf ?? ''}`}
    />
  );
}

/** Two columns of cells; a node of the same cell stands once on either side. The gap holds the label of a cell that hardly anybody is in. */
function sankey(data: GridFlowAnswer, names: Names, say: (flow: GridFlow) => string) {
  const nodes = new Map<string, object>();
  const node = (side: 'then' | 'now', name: string, r: GridFlow['fromR']) => {
    const key = `${side}:${name}`;
    if (!nodes.has(key)) nodes.set(key, { name: key, depth: side === 'then' ? 0 : 1, itemStyle: { color: recency[r ?? 'none'] }, label: { position: side === 'then' ? 'right' : 'left' } });
    return key;
  };
  const links = data.flows.map((flow) => ({
    source: node('then', names.from(flow), flow.fromR), target: node('now', names.to(flow), flow.toR), value: flow.customers, tip: say(flow),
  }));
  return {
    tooltip: { trigger: 'item', formatter: ({ data: item, name }: { data: { tip?: string }; name: string }) => item.tip ?? name.slice(name.indexOf(':') + 1) },
    series: [{
      type: 'sankey', data: [...nodes.values()], links, nodeGap: 13, nodeWidth: 12, left: 4, right: 4, top: 8, bottom: 8, draggable: false, layoutIterations: 0,
      lineStyle: { color: 'gradient', opacity: 0.35, curveness: 0.5 }, emphasis: { focus: 'adjacency' },
      label: { fontSize: 11, formatter: ({ name }: { name: string }) => name.slice(name.indexOf(':') + 1) },
    }],
  };
}
