import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileField } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useWriteProfile } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import styles from './CustomerPage.module.css';
import { useSourceText } from './useProfileWords';

/** The customer's tags: put on and taken off in place. */
export function CustomerTags({ customer, tags }: { customer: number; tags: ProfileField[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const write = useWriteProfile(customer);
  const source = useSourceText();
  const mayWrite = useCan()('profilesWrite');
  const put = () => {
    const tag = typed?.trim();
    setTyped(null);
    if (tag) write.mutate([{ attribute: `tag:${tag}`, text: 'on' }]);
  };
  if (!mayWrite && tags.length === 0) return null;
  return (
    <div className={styles.tags} aria-label={t('profile.tags')} role="group">
      {tags.map((tag) => (
        <Tooltip key={tag.text} title={source(tag.source, tag.at)}>
          <Tag variant="filled" closable={mayWrite && { 'aria-label': t('profile.removeTag', { tag: tag.text }) }} onClose={(event) => { event.preventDefault(); write.mutate([{ attribute: tag.attribute, text: '' }]); }}>{tag.text}</Tag>
        </Tooltip>
      ))}
      {mayWrite && (typed === null
        ? <Button size="small" type="dashed" icon={<PlusOutlined />} loading={write.isPending} onClick={() => setTyped('')}>{t('profile.addTag')}</Button>
        : <Input size="small" autoFocus style={{ width: 120 }} maxLength={64} aria-label={t('profile.addTag')} value={typed} onChange={(event) => setTyped(event.target.value)} onPressEnter={put} onBlur={put} onKeyDown={(event) => { if (event.key === 'Escape') setTyped(null); }} />)}
      {write.error ? <ErrorNote error={write.error} /> : null}
    </div>
  );
}
