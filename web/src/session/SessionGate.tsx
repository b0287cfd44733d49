import { Spin } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { speak, useLanguage } from '../i18n';
import { ErrorNote } from '../parts/ErrorNote';
import { useSessionQuery } from '../resources/useSessionQuery';
import { SessionContext } from './SessionContext';
import styles from './SessionGate.module.css';

/** Nothing is shown before it is known who is here. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useSessionQuery();
  const language = useLanguage();
  const wanted = session?.user?.language;

  useEffect(() => {
    if ((wanted === 'zh' || wanted === 'en') && wanted !== language) void speak(wanted);
    // Only a newly loaded user decides; what they choose afterwards is saved to them first.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  return (
    <div className={styles.gate}>
      {error ? <div className={styles.note}><ErrorNote error={error} onRetry={() => void refetch()} /></div> : <Spin delay={300} />}
    </div>
  );
}
