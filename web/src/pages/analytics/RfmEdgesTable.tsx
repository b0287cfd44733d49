import { useTranslation } from 'react-i18next';
import type { RfmEdges } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Panel } from '../../parts/Panel';

type Row = { key: string; name: string; write: (value: number | string) => string; edges: number[]; whole: boolean; reversed: boolean };
const scores = [1, 2, 3, 4, 5];

/** The values at which a customer's scores change, so that anybody can check one by hand. */
export function RfmEdgesTable({ edges }: { edges: RfmEdges }) {
  const { t } = useTranslation();
  const format = useFormat();
  const plain = (value: number | string) => (typeof value === 'number' ? format.full(value) : value);
  // Days and orders come whole: an edge between two of them belongs to the lower.
  const floor = (values: number[]) => values.map(Math.floor);
  const rows: Row[] = [
    { key: 'r', name: t('customer.scoreR'), write: (value) => `${plain(value)} ${t('rfm.rHigh')}`, edges: floor(edges.recency), whole: true, reversed: true },
    { key: 'f', name: t('customer.scoreF'), write: plain, edges: floor(edges.frequency), whole: true, reversed: false },
    { key: 'm', name: t('customer.scoreM'), write: (value) => (typeof value === 'number' ? format.fullMoney(value) : value), edges: edges.monetary, whole: false, reversed: false },
  ];
  // An edge belongs to the class below it: "≤ edge" there and "> edge" in the next. Two equal edges leave the score between them to nobody.
  const range = (row: Row, score: number) => {
    const place = row.reversed ? 5 - score : score - 1;
    const low = row.edges[place - 1];
    const high = row.edges[place];
    if (high === undefined) return low === undefined ? '–' : `> ${row.write(low)}`;
    if (low === undefined) return `≤ ${row.write(high)}`;
    if (low >= high) return '–';
    if (!row.whole) return `≤ ${row.write(high)}`;
    return row.write(low + 1 === high ? high : `${format.full(low + 1)}–${format.full(high)}`);
  };
  const columns: DataColumn<Row>[] = [
    { key: 'name', title: t('rfm.score'), heading: true, render: (row) => row.name },
    ...scores.map((score): DataColumn<Row> => ({ key: String(score), title: String(score), numeric: true, render: (row) => range(row, score) })),
  ];
  const origin = edges.validFrom ? t('rfm.published', { day: format.day(edges.validFrom) }) : t('rfm.computed');
  return (
    <Panel title={t('rfm.edges')} note={format.sentences(t('rfm.edgesNote'), origin)} flush>
      <DataTable label={t('rfm.edges')} columns={columns} rows={rows} rowKey={(row) => row.key} />
    </Panel>
  );
}
