import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../shell/Brand';
import { LanguageMenu, ThemeMenu } from '../../shell/Menus';
import styles from './AccessFrame.module.css';

/** The page before the shell: brand, choices, and one thing to do. */
export function AccessFrame({ wide, children }: { wide?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.page}>
      <div className={styles.choices}><LanguageMenu /><ThemeMenu /></div>
      <main className={wide ? styles.wide : styles.frame}>
        <div className={styles.brand}>
          <Brand large />
          <p className={styles.motto}>{t('signIn.motto')}</p>
        </div>
        {children}
      </main>
    </div>
  );
}
