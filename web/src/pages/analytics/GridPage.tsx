import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { FClass, GridAnswer, RClass } from '../../api/types';
import { isDay } from '../../format/dates';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useIsPhone } from '../../parts/useIsPhone';
import { useGrid } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { CellDrawer } from './CellDrawer';
import { FlowsPanel } from './FlowsPanel';
import { GridMatrix, type Measure } from './GridMatrix';
import { GridTable } from './GridTable';
import { GridTools } from './GridTools';
import { LimitsNote } from './LimitsNote';
import { NobodyYet } from './NobodyYet';

const measures: Measure[] = ['customers', 'sales', 'aov'];

export default function GridPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope, query, setScope, asOf } = useScope('life');
  const phone = useIsPhone();
  const [params, setParams] = useSearchParams();
  const [asTable, setAsTable] = useState(false);
  const since = isDay(params.get('since')) ? (params.get('since') ?? undefined) : undefined;
  const measure = measures.find((each) => each === params.get('heat')) ?? 'customers';
  const { data, error, refetch, isPlaceholderData } = useGrid({ ...query, compareAsOf: since });
  const [r, f] = (params.get('cell') ?? '').split('-');
  const open = data?.cells.find((cell) => cell.r === r && cell.f === f) ?? null;

  const put = (key: string, value: string | null) =>
    setParams((current) => {
      if (value) current.set(key, value);
      else current.delete(key);
      return current;
    });
  const choose = (cellR: RClass, cellF: FClass) => put('cell', `${cellR}-${cellF}`);
  const title = since ? t('grid.compareNote', { day: format.day(since), asOf: format.day(data?.asOf ?? asOf) }) : t(phone ? 'grid.cellNoteShort' : 'grid.cellNote');

  return (
    <>
      <PageHead title={t('grid.title')} answer={data && data.customers > 0 ? <Answer data={data} /> : t('grid.answerEmpty')} />
      <ScopeBar scope={scope} onChange={setScope}>
        <DatePicker
          aria-label={t('scope.compareDay')}
          style={{ width: since ? 248 : 188 }}
          prefix={since ? <small>{t('scope.compare')}</small> : undefined}
          placeholder={t('scope.compareDay')}
          value={since ? dayjs(since) : null}
          onChange={(value) => put('since', value?.format('YYYY-MM-DD') ?? null)}
          maxDate={dayjs(asOf)}
        />
      </ScopeBar>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {error && !data ? null : data?.customers === 0 ? (
        <NobodyYet of="grid" />
      ) : (
        <Panel
          label={t('grid.label')}
          title={
            <Segmented
              aria-label={t('grid.measure')}
              value={measure}
              onChange={(value) => put('heat', value === 'customers' ? null : value)}
              options={measures.map((value) => ({ value, label: t(`grid.${value}`) }))}
            />
          }
          note={title}
          extra={<GridTools data={data} asTable={asTable} onTable={setAsTable} />}
        >
          {asTable && data ? <GridTable data={data} /> : <GridMatrix data={data} measure={measure} stale={isPlaceholderData} onOpen={choose} />}
        </Panel>
      )}
      {since && data && data.customers > 0 && <FlowsPanel query={{ ...query, before: since }} />}
      {data && <LimitsNote limits={data.limits} />}
      {open && data && <CellDrawer cell={open} data={data} query={query} onClose={() => put('cell', null)} />}
    </>
  );
}

function Answer({ data }: { data: GridAnswer }) {
  const format = useFormat();
  const count = (test: (cell: GridAnswer['cells'][number]) => boolean) =>
    data.cells.filter(test).reduce((sum, cell) => sum + cell.customers, 0);
  const fanSales = data.cells.filter((cell) => cell.f === 'fan').reduce((sum, cell) => sum + cell.netSales, 0);
  return (
    <Sentence
      of="grid.answer"
      values={{
        active: format.full(count((cell) => cell.r === 'active')),
        all: format.full(data.customers),
        fans: format.full(count((cell) => cell.f === 'fan')),
        share: format.percent(data.netSales > 0 ? fanSales / data.netSales : null),
      }}
    />
  );
}
