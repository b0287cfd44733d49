import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useActorName } from '../../parts/useActorName';
import { useTakeBack } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import styles from './CustomerPage.module.css';
import { useProfileWords } from './useProfileWords';

/** What somebody wrote at once, with the way back. */
export function WriteItem({ at, write }: { at: string; write: NonNullable<TimelineEvent['profile']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const words = useProfileWords();
  const takeBack = useTakeBack();
  const mayWrite = useCan()('profilesWrite');
  const isGone = write.takenBackAt !== null;
  return (
    <li className={styles.order}>
      <div className={styles.orderHead}>
        <span className={styles.orderDay}>{format.instant(at)}</span>
        <span className={styles.orderPlace}>{actor(write.actor)}</span>
        {isGone && <Tag variant="filled">{t('timeline.takenBack')}</Tag>}
        {mayWrite && !isGone && <Button className={styles.orderAmount} type="link" size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate(write.act)}>{t('profile.takeBack')}</Button>}
      </div>
      {takeBack.error ? <ErrorNote error={takeBack.error} /> : null}
      {write.writes.map(({ attribute, text }) => (
        <p key={attribute} className={`${styles.comment} ${isGone ? styles.gone : ''}`}>
          {attribute === 'note' ? text
            : attribute.startsWith('tag:') ? t(text ? 'timeline.tagged' : 'timeline.untagged', { tag: attribute.slice(4) })
            : text && isMark(attribute) ? words.name(attribute)
            : text ? t('timeline.wrote', { name: words.name(attribute), text: words.value(attribute, text) }) : t('timeline.cleared', { name: words.name(attribute) })}
        </p>
      ))}
    </li>
  );
}

/** What is said by its name alone: "E-mail does not work". */
const isMark = (attribute: string) => attribute.endsWith('Wrong') || attribute === 'suppressed';
