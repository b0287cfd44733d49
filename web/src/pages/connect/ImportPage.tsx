import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { problemOfJob } from '../../api/problem';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { JobProgress } from '../../parts/JobProgress';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useImport } from '../../resources/useImports';
import { isOver, useJob } from '../../resources/useJob';
import { useCan } from '../../session/SessionContext';
import { ImportCounts } from './ImportCounts';
import { ImportFacts } from './ImportFacts';
import { RejectsPanel } from './RejectsPanel';
import { UndoButton } from './UndoButton';
import { useImportName } from './useImportName';
import styles from './connect.module.css';

/** One import: its progress while it runs, then what became of it, and the way to take it out again. */
export default function ImportPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const can = useCan();
  const importName = useImportName();
  const { data, error, refetch } = useImport(id);
  // The import's newest job: the one that runs it, or the one that takes it out.
  const { data: job } = useJob(data?.jobId ?? null);
  const undoing = data?.state === 'committed' && job?.kind === 'undo';
  const busy = (data?.state === 'running' || undoing) && (!job || !isOver(job));
  const name = data ? importName(data) : '';
  return (
    <>
      <PageHead
        title={data ? t('result.title', { name }) : t('imports.title')}
        answer={data ? <Answer row={data} /> : ' '}
        actions={can('importsRun') && (
          <>
            {data?.state === 'committed' && !busy && <UndoButton row={data} />}
            <Link to="/data/imports/new"><Button>{t('result.another')}</Button></Link>
          </>
        )}
      />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {undoing && job.state === 'failed' && <Panel title={t('undo.failed')}><ErrorNote error={problemOfJob(job.error)} /></Panel>}
      {!data && !error && <Panel><Skeleton active paragraph={{ rows: 6 }} /></Panel>}
      {busy && (
        <Panel title={t(undoing ? 'undo.running' : 'importing.running', { name })} note={t(undoing ? 'undo.runningNote' : 'importing.leave')}>
          {job ? <JobProgress job={job} canCancel={can('importsRun')} /> : <Skeleton active paragraph={{ rows: 1 }} />}
        </Panel>
      )}
      {data && data.state !== 'running' && !busy && (
        <div className={styles.counts}>
          {(data.state === 'committed' || data.state === 'undone') && <ImportCounts row={data} />}
          {((data.state === 'committed' || data.state === 'undone') || data.counts.rowsRejected > 0) && <RejectsPanel row={data} />}
          <ImportFacts row={data} undo={data.state === 'undone' && job?.kind === 'undo' ? job : undefined} />
        </div>
      )}
    </>
  );
}

function Answer({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts, kind, state } = row;
  if (state === 'running') return t('result.answerRunning');
  if (state === 'failed') return t('result.answerFailed');
  if (state === 'cancelled') return t('result.answerCancelled');
  if (state === 'undone') return t('result.answerUndone');
  if (counts.items === 0) return t('result.answerNone');
  const things = (count: number) => t(`kinds.${kind}.things`, { count });
  return counts.itemsNew + counts.itemsChanged === 0
    ? t('result.answerNothing', { items: format.full(counts.items), things: things(counts.items) })
    : <Sentence of="result.answerDone" values={{ new: format.full(counts.itemsNew), things: things(counts.itemsNew), changed: format.full(counts.itemsChanged), unchanged: format.full(counts.itemsUnchanged) }} />;
}
