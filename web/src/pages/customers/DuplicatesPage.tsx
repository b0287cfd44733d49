import { LeftOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { TableSkeleton } from '../../parts/TableSkeleton';
import { useDoubts } from '../../resources/useIdentity';
import { useCan } from '../../session/SessionContext';
import { ActNote, type Done } from './ActNote';
import styles from './DuplicatesPage.module.css';
import { DoubtPanel } from './DoubtPanel';
import { IdentityActs } from './IdentityActs';

/** Customers who may be one person, side by side, for somebody to say whether they are. */
export default function DuplicatesPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, refetch } = useDoubts(page);
  const [done, setDone] = useState<Done | null>(null);
  const go = (to: number) => setParams(to > 1 ? { page: String(to) } : {});

  return (
    <>
      <Link to="/customers" className={styles.back}><LeftOutlined aria-hidden /> {t('customer.back')}</Link>
      <PageHead title={t('identity.title')} answer={!data ? ' ' : data.items.length ? <Sentence of="identity.answer" count={data.items.length} /> : t('identity.answerEmpty')} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {done && <ActNote key={done.act} done={done} onClose={() => setDone(null)} />}
      {!data && !error && <Panel><TableSkeleton rows={4} /></Panel>}
      {data?.items.map((doubt) => (
        <DoubtPanel key={`${doubt.kind}/${doubt.sides.map((side) => side.evidence.id).join('-')}`} doubt={doubt} onDone={can('customersWrite') ? setDone : undefined} />
      ))}
      {data?.items.length === 0 && <Panel><EmptyState title={t('identity.emptyTitle')}>{t('identity.empty')}</EmptyState></Panel>}
      {data && (page > 1 || data.hasMore) && (
        <Space>
          <Button disabled={page === 1} onClick={() => go(page - 1)}>{t('identity.previous')}</Button>
          <Button disabled={!data.hasMore} onClick={() => go(page + 1)}>{t('identity.next')}</Button>
        </Space>
      )}
      <IdentityActs />
    </>
  );
}
