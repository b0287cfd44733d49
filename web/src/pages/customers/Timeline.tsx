import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revealed, TimelineEvent, TimelineKind } from '../../api/types';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { TableSkeleton } from '../../parts/TableSkeleton';
import { useTimeline } from '../../resources/useCustomers';
import { useCan } from '../../session/SessionContext';
import { ConsentItem } from './ConsentItem';
import styles from './CustomerPage.module.css';
import { NoteForm } from './NoteForm';
import { OrderItem } from './OrderItem';
import { TouchItem } from './TouchItem';
import { WriteItem } from './WriteItem';

const kinds: TimelineKind[] = ['order', 'touch', 'consent', 'profile'];

/** All that happened between the customer and the shop, newest first. */
export function Timeline({ id, revealed }: { id: number; revealed: Revealed | undefined }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<TimelineKind | 'all'>('all');
  const mayWrite = useCan()('profilesWrite');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(id, kind === 'all' ? [] : [kind]);
  const events = data?.pages.flatMap((page) => page.items);
  return (
    <Panel
      title={t('timeline.title')}
      flush
      extra={<Segmented size="small" aria-label={t('timeline.filter')} value={kind} onChange={setKind} options={(['all', ...kinds] as const).map((value) => ({ value, label: t(`timeline.kinds.${value}`) }))} />}
    >
      {mayWrite && <NoteForm customer={id} />}
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!events && !error && <TableSkeleton rows={8} />}
      {events?.length === 0 && <EmptyState title={t(kind === 'all' ? 'timeline.nothing' : 'timeline.nothingOfKind')} />}
      {events && events.length > 0 && <ol className={styles.orders}>{events.map((event) => <Item key={`${event.kind}/${event.id}`} event={event} revealed={revealed} />)}</ol>}
      {hasNextPage && (
        <div className={styles.more}><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('actions.more')}</Button></div>
      )}
    </Panel>
  );
}

function Item({ event, revealed }: { event: TimelineEvent; revealed: Revealed | undefined }) {
  if (event.order) return <OrderItem order={event.order} revealed={revealed} />;
  if (event.touch) return <TouchItem at={event.at} touch={event.touch} />;
  if (event.consent) return <ConsentItem at={event.at} consent={event.consent} />;
  return event.profile && <WriteItem at={event.at} write={event.profile} />;
}
