import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Job } from '../api/types';
import { useFormat } from '../format/useFormat';
import { useCancelJob } from '../resources/useJob';
import styles from './JobProgress.module.css';

const stepKeys = ['queue', 'waiting', 'prepare', 'read', 'compare', 'merge', 'file', 'commit', 'settle', 'analyze', 'follow', 'write'] as const;

/** How far a job is, how fast, how long it still takes, and a way to stop it. */
export function JobProgress({ job, canCancel, cancelText }: { job: Job; canCancel: boolean; cancelText?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelJob();
  const step = stepKeys.find((key) => key === job.step) ?? 'waiting';
  const share = job.total > 0 ? Math.min(1, job.done / job.total) : 0;
  const seconds = job.secondsLeft;
  const left = seconds === null ? null
    : seconds < 90 ? t('importing.seconds', { count: Math.max(1, Math.round(seconds)) })
    : t('importing.minutes', { count: Math.round(seconds / 60) });
  const progress = job.total > 0
    ? t('importing.progress', { done: format.full(job.done), total: format.full(job.total) })
    : t('importing.doneSoFar', { done: format.full(job.done) });
  return (
    <div className={styles.job}>
      <div className={styles.step}>{t(`importing.stepsOf.${step}`)}</div>
      <Progress percent={Math.floor(share * 100)} status={job.state === 'failed' ? 'exception' : 'active'} showInfo={job.total > 0} aria-label={t(`importing.stepsOf.${step}`)} />
      <div className={styles.facts}>
        <span>{progress}</span>
        {job.ratePerSecond !== null && job.ratePerSecond > 0 && <span>{t('importing.rate', { rate: format.full(Math.round(job.ratePerSecond)) })}</span>}
        {left && <span>{t('importing.left', { time: left })}</span>}
        {canCancel && (
          <Button size="small" className={styles.cancel} loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {cancel.isSuccess ? t('importing.cancelling') : (cancelText ?? (job.kind === 'import' ? t('importing.cancelRun') : t('actions.cancel')))}
          </Button>
        )}
      </div>
    </div>
  );
}
