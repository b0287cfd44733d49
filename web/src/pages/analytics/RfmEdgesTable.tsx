import { useTranslation } from 'react-i18next';
import type { RfmEdges } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Panel } from '../../parts/Panel';

type Row = { key: string; name: string; write: (value: number) => string; edges: number[]; reversed: boolean };
const scores = [1, 2, 3, 4, 5];

/** The values at which a customer's scores change, so that anybody can check one by hand. */
export function RfmEdgesTable({ edges }: { edges: RfmEdges }) {
  const { t } = useTranslation();
  const format = useFormat();
  const plain = (value: number) => format.full(value, Number.isInteger(value) ? 0 : 1);
  const rows: Row[] = [
    { key: 'r', name: t('customer.scoreR'), write: (value) => `${plain(value)} ${t('rfm.rHigh')}`, edges: edges.recency, reversed: true },
    { key: 'f', name: t('customer.scoreF'), write: plain, edges: edges.frequency, reversed: false },
    { key: 'm', name: t('customer.scoreM'), write: format.fullMoney, edges: edges.monetary, reversed: false },
  ];
  // An edge belongs to the class below it: "≤ edge" there and "> edge" in the next.
  const range = (row: Row, score: number) => {
    const place = row.reversed ? 5 - score : score - 1;
    const low = row.edges[place - 1];
    const high = row.edges[place];
    if (high !== undefined) return `≤ ${row.write(high)}`;
    return low !== undefined ? `> ${row.write(low)}` : '–';
  };
  const columns: DataColumn<Row>[] = [
    { key: 'name', title: t('rfm.score'), heading: true, render: (row) => row.name },
    ...scores.map((score): DataColumn<Row> => ({ key: String(score), title: String(score), numeric: true, render: (row) => range(row, score) })),
  ];
  const origin = edges.validFrom ? t('rfm.published', { day: format.day(edges.validFrom) }) : t('rfm.computed');
  return (
    <Panel title={t('rfm.edges')} note={`${t('rfm.edgesNote')} ${origin}`} flush>
      <DataTable label={t('rfm.edges')} columns={columns} rows={rows} rowKey={(row) => row.key} />
    </Panel>
  );
}
