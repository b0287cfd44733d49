import { Badge, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { useFreshness } from '../resources/useFreshness';
import { freshnessState } from './freshness';
import styles from './TopBar.module.css';

/** How long ago an instant was, looked at every ten seconds. */
function useSecondsSince(at: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return at === 0 ? 0 : Math.max(0, (now - at) / 1000);
}

/** How new the reports are, always in sight. */
export function FreshnessDot() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, dataUpdatedAt } = useFreshness();
  const sinceSeconds = useSecondsSince(dataUpdatedAt);
  if (!data) return null;
  const state = freshnessState(data, sinceSeconds);
  const words = { building: 'shell.building', stale: 'shell.stale', behind: 'shell.catchingUp', fresh: 'shell.upTo' } as const;
  const text = t(words[state], { time: data.upTo ? format.recent(data.upTo) : '' });
  const more = (
    <div>
      <div>{data.behind > 0 ? t('shell.behind', { count: data.behind }) : t(state === 'stale' ? 'shell.staleNote' : 'shell.fresh')}</div>
      {data.firstDay && <div>{t('shell.dataSpan', { from: format.day(data.firstDay), to: format.day(data.lastDay) })}</div>}
    </div>
  );
  return (
    <Popover content={more} title={text}>
      <span className={styles.dot} tabIndex={0} role="status" aria-label={text}>
        <Badge status={({ building: 'processing', stale: 'warning', behind: 'processing', fresh: 'success' } as const)[state]} />
        <span className={styles.words}>{text}</span>
      </span>
    </Popover>
  );
}
