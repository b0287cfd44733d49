import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../parts/ErrorNote';
import { useWriteProfile } from '../../resources/useProfile';
import styles from './CustomerPage.module.css';

/** A note to those who look next. */
export function NoteForm({ customer }: { customer: number }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const write = useWriteProfile(customer);
  const keep = () => write.mutate([{ attribute: 'note', text }], { onSuccess: () => setText('') });
  return (
    <div className={styles.noteForm}>
      <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} aria-label={t('timeline.note')} placeholder={t('timeline.notePlaceholder')} value={text} onChange={(event) => setText(event.target.value)} />
      <Button disabled={!text.trim()} loading={write.isPending} onClick={keep}>{t('timeline.note')}</Button>
      {write.error ? <ErrorNote error={write.error} /> : null}
    </div>
  );
}
