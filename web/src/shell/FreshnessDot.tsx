import { Badge, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/useFormat';
import { useFreshness } from '../resources/useFreshness';
import styles from './TopBar.module.css';

/** How new the reports are, always in sight. */
export function FreshnessDot() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useFreshness();
  if (!data) return null;
  const waiting = data.building || data.behind > 0;
  const text = data.building ? t('shell.building') : data.upTo ? t('shell.upTo', { time: format.recent(data.upTo) }) : t('shell.noData');
  const more = (
    <div>
      <div>{waiting ? t('shell.behind', { count: data.behind }) : t('shell.fresh')}</div>
      {data.firstDay && <div>{t('shell.dataSpan', { from: format.day(data.firstDay), to: format.day(data.lastDay) })}</div>}
    </div>
  );
  return (
    <Popover content={more} title={text}>
      <span className={styles.dot} tabIndex={0} role="status" aria-label={text}>
        <Badge status={waiting ? 'processing' : data.upTo ? 'success' : 'default'} />
        <span className={styles.words}>{text}</span>
      </span>
    </Popover>
  );
}
