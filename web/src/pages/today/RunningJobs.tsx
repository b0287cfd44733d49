import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/types';
import { JobProgress } from '../../parts/JobProgress';
import { Panel } from '../../parts/Panel';
import { useJob } from '../../resources/useJob';
import { useJobName } from './useJobName';
import { useCan } from '../../session/SessionContext';

export function RunningJobs({ jobs }: { jobs: Job[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('today.jobs')}>
      {jobs.map((job) => <RunningJob key={job.id} first={job} />)}
    </Panel>
  );
}

function RunningJob({ first }: { first: Job }) {
  const can = useCan();
  const jobName = useJobName();
  const { data } = useJob(first.id);
  const [kind, id] = first.subject.split(':');
  return (
    <>
      {kind === 'import' ? <Link to={`/data/imports/${id}`}>{jobName(first.kind)}</Link> : <span>{jobName(first.kind)}</span>}
      <JobProgress job={data ?? first} canCancel={can('importsRun')} />
    </>
  );
}
