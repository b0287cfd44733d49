import { Alert, Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOfJob } from '../../api/problem';
import type { UploadPreview } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { JobProgress } from '../../parts/JobProgress';
import { Panel } from '../../parts/Panel';
import { useDryRunReport } from '../../resources/useImports';
import { isOver, useCancelJob, useJob } from '../../resources/useJob';
import styles from './connect.module.css';
import { ImportBar } from './ImportBar';
import { TrialReport } from './TrialReport';

type Props = {
  jobId: number;
  preview: UploadPreview;
  starting: boolean;
  error: unknown;
  saveAs: string | null;
  onSaveAs: (name: string) => void;
  onBack: () => void;
  onAgain: () => void;
  onImport: () => void;
};

/** The whole file gone through without writing, and what came of that. */
export function TrialStep({ jobId, preview, starting, error, saveAs, onSaveAs, onBack, onAgain, onImport }: Props) {
  const { t } = useTranslation();
  const job = useJob(jobId);
  const cancel = useCancelJob();
  const done = job.data?.state === 'done';
  const over = job.data !== undefined && isOver(job.data);
  const report = useDryRunReport(jobId, done);
  const name = preview.upload.fileName;
  // Braces, for in newer browsers scrolling gives a promise back, which React would take for a clean-up.
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, []);
  const back = () => {
    if (!over) cancel.mutate(jobId);
    onBack();
  };
  const problem = error ?? job.error ?? report.error;
  return (
    <div className={styles.stack}>
      {problem ? <ErrorNote error={problem} /> : null}
      {!over && (
        <Panel title={t('trial.running', { name })} note={t('trial.runningNote')}>
          {job.data ? <JobProgress job={job.data} canCancel /> : <Skeleton active paragraph={{ rows: 1 }} />}
        </Panel>
      )}
      {job.data?.state === 'failed' && <Panel title={t('trial.failed')}><ErrorNote error={problemOfJob(job.data.error)} onRetry={onAgain} /></Panel>}
      {job.data?.state === 'cancelled' && <Alert type="info" showIcon title={t('trial.cancelled')} action={<Button size="small" onClick={onAgain}>{t('trial.again')}</Button>} />}
      {done && !report.data && !report.error && <Panel><Skeleton active paragraph={{ rows: 6 }} /></Panel>}
      {report.data && <TrialReport report={report.data} />}
      <ImportBar saveAs={saveAs} onSaveAs={onSaveAs} message={report.data ? t('trial.ready') : ''}>
        <Button onClick={back} disabled={starting}>{t('trial.back')}</Button>
        <Button type="primary" loading={starting} disabled={!over || (report.data && report.data.counts.items === 0)} onClick={onImport}>{t('importing.startImport')}</Button>
      </ImportBar>
    </div>
  );
}
