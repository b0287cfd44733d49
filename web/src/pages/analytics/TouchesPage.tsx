import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../../api/problem';
import { addDays } from '../../format/dates';
import { useFormat } from '../../format/useFormat';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useTouches } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { useCan, useSession } from '../../session/SessionContext';
import { TouchTable } from './TouchTable';

/** For so many days, the newest included, touches are kept one by one. */
const keptDays = 180;

export default function TouchesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { today } = useSession();
  const { scope, query, setScope } = useScope('last90');
  const { data, error, refetch, isPlaceholderData } = useTouches(query);
  const notKept = error !== null && asProblem(error).code === 'touches_not_kept';
  const answer = data && data.kinds.length > 0
    ? <Sentence of="touches.answer" values={{ touches: format.full(data.kinds.reduce((sum, kind) => sum + kind.touches, 0)), from: format.day(data.from), to: format.day(data.to) }} />
    : t('touches.answerEmpty');

  return (
    <>
      <PageHead title={t('touches.title')} answer={answer} />
      <ScopeBar scope={scope} onChange={setScope} />
      {error && !notKept ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {notKept ? (
        <Panel>
          <EmptyState
            title={t('touches.notKeptTitle')}
            action={<Button type="primary" onClick={() => setScope({ period: 'last90', range: null, asOf: null })}>{t('touches.lately')}</Button>}
          >
            {t('touches.notKept', { day: format.day(addDays(today, 1 - keptDays)) })}
          </EmptyState>
        </Panel>
      ) : error && !data ? null : data?.kinds.length === 0 ? (
        <Panel>
          <EmptyState title={t('touches.emptyTitle')} action={can('importsRun') && <Link to="/data/imports/new"><Button type="primary">{t('touches.import')}</Button></Link>}>
            {t('touches.empty')}
          </EmptyState>
        </Panel>
      ) : (
        <TouchTable data={data} query={query} stale={isPlaceholderData} />
      )}
    </>
  );
}
