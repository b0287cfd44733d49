import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Scope, TouchAnswer } from '../../api/types';
import { daysBetween } from '../../format/dates';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { Definition } from '../../parts/Definition';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import { customersBehind } from '../customers/drill';

type Kind = TouchAnswer['kinds'][number];
const figures = ['touches', 'people', 'boughtAfter', 'boughtAfterShare', 'rated', 'meanRating'] as const;

/** Touches, a row each kind; a kind opens its people as the list knows them on the last day of the period. */
export function TouchTable({ data, query, stale }: { data: TouchAnswer | undefined; query: Scope; stale: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const people = ({ kind }: Kind) => customersBehind(
    { ...query, from: undefined, to: undefined, asOf: data?.to },
    { touchKind: kind, touchedWithin: data && daysBetween(data.from, data.to) + 1 },
  );
  const write = (figure: (typeof figures)[number], row: Kind) =>
    figure === 'boughtAfterShare' ? format.percent(row[figure]) : figure === 'meanRating' ? format.full(row[figure], 1) : format.full(row[figure]);
  const columns: DataColumn<Kind>[] = [
    {
      key: 'kind', title: t('touches.kind'), heading: true,
      render: (row) => can('customersRead') && row.people > 0 ? <Link to={people(row)}>{t(`touches.kinds.${row.kind}`)}</Link> : t(`touches.kinds.${row.kind}`),
    },
    ...figures.map((figure) => ({
      key: figure, numeric: true, title: <Definition metric={figure}>{t(`metrics.${figure}`)}</Definition>, render: (row: Kind) => write(figure, row),
    })),
  ];
  return (
    <Panel flush title={t('touches.label')} note={data && t('touches.note', { days: data.boughtWithin })}>
      <DataTable label={t('touches.label')} columns={columns} rows={data?.kinds} rowKey={(row) => row.kind} skeletonRows={5} stale={stale} />
    </Panel>
  );
}
