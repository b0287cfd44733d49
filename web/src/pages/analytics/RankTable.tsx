import { useTranslation } from 'react-i18next';
import type { OverviewAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Definition } from '../../parts/Definition';
import { Panel } from '../../parts/Panel';
import { ShareBar } from './ShareBar';

type Rank = OverviewAnswer['ranks'][number];

/** Equation 1: sales = first orders + second + third + … */
export function RankTable({ ranks }: { ranks: Rank[] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = ranks?.reduce((sum, rank) => sum + rank.netSales, 0) ?? 0;
  const most = Math.max(1, ...(ranks ?? []).map((rank) => rank.netSales));
  const last = ranks?.at(-1)?.rank;
  const columns: DataColumn<Rank>[] = [
    {
      key: 'rank', title: t('overview.rank'), heading: true,
      render: ({ rank }) => (rank === last ? t('overview.rankLast', { rank }) : t('overview.rankNth', { rank })),
    },
    { key: 'orders', title: t('metrics.orders'), numeric: true, render: ({ orders }) => format.full(orders) },
    { key: 'netSales', title: <Definition metric="netSales">{t('metrics.netSales')}</Definition>, numeric: true, render: ({ netSales }) => format.fullMoney(netSales) },
    {
      key: 'share', title: t('overview.shareOfSales'), numeric: true,
      render: ({ netSales }) => <ShareBar size={netSales / most} text={format.percent(total ? netSales / total : null)} />,
    },
  ];
  return (
    <Panel title={t('overview.ranks')} note={t('overview.ranksNote')} flush>
      <DataTable label={t('overview.ranks')} columns={columns} rows={ranks} rowKey={(rank) => rank.rank} />
    </Panel>
  );
}
