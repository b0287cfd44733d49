import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
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
import styles from './connect.module.css';

/** One import: its progress while it runs, then what became of it. */
export default function ImportPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const can = useCan();
  const { data, error, refetch } = useImport(id);
  const { data: job } = useJob(data?.state === 'running' ? data.jobId : null);
  const running = data?.state === 'running' && (!job || !isOver(job));
  const name = data ? (data.preset === 'demo' ? t('imports.demo') : data.name) : '';
  return (
    <>
      <PageHead
        title={data ? t('result.title', { name }) : t('imports.title')}
        answer={data ? <Answer row={data} /> : ' '}
        actions={can('importsRun') && <Link to="/data/imports/new"><Button>{t('result.another')}</Button></Link>}
      />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Panel><Skeleton active paragraph={{ rows: 6 }} /></Panel>}
      {running && (
        <Panel title={t('importing.running', { name })} note={t('importing.leave')}>
          {job ? <JobProgress job={job} canCancel={can('importsRun')} /> : <Skeleton active paragraph={{ rows: 1 }} />}
        </Panel>
      )}
      {data && data.state !== 'running' && (
        <div className={styles.counts}>
          {data.state === 'committed' && <ImportCounts row={data} />}
          <RejectsPanel row={data} />
          <ImportFacts row={data} />
        </div>
      )}
    </>
  );
}

function Answer({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts } = row;
  switch (row.state) {
    case 'running': return t('result.answerRunning');
    case 'failed': return t('result.answerFailed');
    case 'cancelled': return t('result.answerCancelled');
    case 'undone': return t('result.answerUndone');
    case 'committed':
      return counts.itemsNew + counts.itemsChanged === 0
        ? t('result.answerNothing', { orders: format.full(counts.items) })
        : <Sentence of="result.answerDone" values={{ new: format.full(counts.itemsNew), changed: format.full(counts.itemsChanged), unchanged: format.full(counts.itemsUnchanged) }} />;
  }
}
