import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import { RejectReasons } from './RejectReasons';

/** What was left out and why, with the rows as a file to mend and bring back. */
export function RejectsPanel({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const can = useCan();
  if (Object.keys(row.rejects).length === 0) return <Panel title={t('result.rejects')}>{t('result.noRejects')}</Panel>;
  return (
    <Panel
      title={t('result.rejects')}
      note={t('result.rejectsNote')}
      extra={can('importsRun') && (
        <>
          <Button icon={<DownloadOutlined />} href={`/api/v1/imports/${row.id}/rejects?language=${language}`} download>{t('result.download')}</Button>
          <Link to={`/data/imports/new?mends=${row.id}`}><Button icon={<UploadOutlined />}>{t('result.mend')}</Button></Link>
        </>
      )}
      flush
    >
      <RejectReasons rejects={row.rejects} />
    </Panel>
  );
}
