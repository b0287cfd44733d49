import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './connect.module.css';

/** `saveAs` is null where the mapping is nobody's own and needs no name. */
type Props = { message: ReactNode; saveAs: string | null; onSaveAs: (name: string) => void; children: ReactNode };

/** Where things stand and the ways on, always in sight. */
export function ImportBar({ message, saveAs, onSaveAs, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      <span className={styles.message} aria-live="polite">{message}</span>
      {saveAs !== null && (
        <Input
          className={styles.saveAs}
          value={saveAs}
          onChange={(event) => onSaveAs(event.target.value)}
          placeholder={t('importing.saveAsHint')}
          aria-label={t('importing.saveAs')}
          maxLength={100}
        />
      )}
      <div className={styles.ways}>{children}</div>
    </div>
  );
}
