import { useTranslation } from 'react-i18next';
import type { HistogramAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Sentence } from '../../parts/Sentence';
import { useHistogram } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { HistogramChart } from './HistogramChart';
import { NobodyYet } from './NobodyYet';

const people = (answer: HistogramAnswer) => answer.bars.reduce((sum, bar) => sum + bar.customers, 0);

export default function RhythmPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope, query, setScope } = useScope('life');
  const recency = useHistogram('recency', query);
  const frequency = useHistogram('frequency', query);
  const error = recency.error ?? frequency.error;
  const empty = recency.data && people(recency.data) === 0;
  return (
    <>
      <PageHead title={t('rhythm.title')} answer={<Answer recency={recency.data} frequency={frequency.data} format={format} fallback={t('rhythm.answerEmpty')} />} />
      <ScopeBar scope={scope} onChange={setScope} />
      {error ? <ErrorNote error={error} onRetry={() => void Promise.all([recency.refetch(), frequency.refetch()])} /> : null}
      {error && !recency.data ? null : empty ? (
        <NobodyYet of="rhythm" />
      ) : (
        <>
          <HistogramChart kind="recency" data={recency.data} query={query} />
          <HistogramChart kind="frequency" data={frequency.data} query={query} />
        </>
      )}
    </>
  );
}

type AnswerProps = { recency?: HistogramAnswer; frequency?: HistogramAnswer; format: ReturnType<typeof useFormat>; fallback: string };

/** How many came once only, and how many came lately: within the last bar that ends at 90 days or sooner. */
function Answer({ recency, frequency, format, fallback }: AnswerProps) {
  const all = recency ? people(recency) : 0;
  const lately = recency?.bars.filter((bar) => bar.most !== null && bar.most <= 90) ?? [];
  const days = lately.at(-1)?.most;
  if (!frequency || all === 0 || !days) return fallback;
  const once = frequency.bars.find((bar) => bar.least === 1 && bar.most === 1)?.customers ?? 0;
  const recent = lately.reduce((sum, bar) => sum + bar.customers, 0);
  return <Sentence of="rhythm.answer" values={{ once: format.percent(once / people(frequency)), recent: format.percent(recent / all), days }} />;
}
