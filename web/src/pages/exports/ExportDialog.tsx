import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal, Skeleton } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemOfJob } from '../../api/problem';
import { ErrorNote } from '../../parts/ErrorNote';
import { JobProgress } from '../../parts/JobProgress';
import { useProblemText } from '../../parts/useProblemText';
import { exportFile, useExportTables, useStartExport, type ExportQuery } from '../../resources/useExports';
import { useJob } from '../../resources/useJob';
import { useCan } from '../../session/SessionContext';
import { ExportForm } from './ExportForm';
import styles from './exports.module.css';

type Props = {
  /** The only table in question, where there is one. */
  table?: string;
  query?: ExportQuery;
  /** These customers alone. */
  customers?: number[];
  onClose: () => void;
};

/** Takes a table out: what, then how far, then the file. Closing it stops nothing. */
export function ExportDialog({ table, query, customers, onClose }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const form = useId();
  const words = useProblemText();
  const { data, error } = useExportTables();
  const start = useStartExport();
  const { data: job } = useJob(start.data?.jobId ?? null);
  const tables = data?.filter((each) => !table || each.key === table);
  const done = job?.state === 'done';
  const failed = job?.state === 'failed' || job?.state === 'cancelled';
  const fetch = start.data && <Button type="primary" icon={<DownloadOutlined />} href={exportFile(start.data.exportId)} download>{t('exports.download')}</Button>;
  return (
    <Modal
      open
      title={t('exports.dialog')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>{start.data ? t('actions.close') : t('actions.cancel')}</Button>,
        !start.data && <Button key="start" type="primary" htmlType="submit" form={form} loading={start.isPending} disabled={!tables}>{t('exports.start')}</Button>,
        done && <span key="fetch" style={{ marginInlineStart: 8 }}>{fetch}</span>,
      ]}
    >
      {customers && !start.data && <p className={styles.who}>{t('chosen.count', { count: customers.length })}</p>}
      {error || start.error ? <ErrorNote error={error ?? start.error} /> : null}
      {!start.data && (tables ? <ExportForm id={form} tables={tables} query={query} onWanted={({ body, ...wanted }) => start.mutate({ ...wanted, body: { ...body, customers: customers ?? null } })} /> : <Skeleton active />)}
      {start.data && job && !done && !failed && <JobProgress job={job} canCancel={can('importsRun')} cancelText={t('exports.cancel')} />}
      {done && <p role="status">{t('exports.ready')}</p>}
      {failed && <p role="alert">{job.state === 'cancelled' ? t('exports.wasCancelled') : t('exports.hasFailed', { error: words(problemOfJob(job.error)) })}</p>}
      {start.data && <p className={styles.note}>{!done && !failed && t('exports.leave')} <Link to="/data/exports">{t('exports.seeAll')}</Link></p>}
    </Modal>
  );
}
