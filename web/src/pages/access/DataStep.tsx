import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorNote } from '../../parts/ErrorNote';
import { JobProgress } from '../../parts/JobProgress';
import { Problem } from '../../api/problem';
import { useLoadDemo } from '../../resources/useImports';
import { useJob } from '../../resources/useJob';
import styles from './AccessFrame.module.css';

/** The last step of the set-up: orders of one's own, or a shop to look around in. */
export function DataStep() {
  const { t } = useTranslation();
  const demo = useLoadDemo();
  const { data: job } = useJob(demo.data?.jobId ?? null);
  if (job?.state === 'done')
    return <Result status="success" title={t('setUp.demoDone')} extra={<Link to="/today"><Button type="primary">{t('setUp.go')}</Button></Link>} />;
  if (job && (job.state === 'running' || job.state === 'waiting')) return <JobProgress job={job} canCancel />;
  const failed = job?.state === 'failed' ? new Problem(0, 'demo_failed', job.error) : demo.error;
  return (
    <>
      {failed && <div style={{ marginBottom: 16 }}><ErrorNote error={failed} /></div>}
      <div className={styles.choicesOfData}>
        <section className={styles.choice}>
          <h3>{t('setUp.importTitle')}</h3>
          <p>{t('setUp.importText')}</p>
          <Link to="/data/imports/new"><Button type="primary">{t('setUp.importAction')}</Button></Link>
        </section>
        <section className={styles.choice}>
          <h3>{t('setUp.demoTitle')}</h3>
          <p>{t('setUp.demoText')}</p>
          <Button onClick={() => demo.mutate()} loading={demo.isPending}>{t('setUp.demoAction')}</Button>
        </section>
      </div>
    </>
  );
}
