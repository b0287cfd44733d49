import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './PageHead.module.css';

/** A page's title, the sentence that answers its question, and what can be done with the whole of it. */
export function PageHead({ title, answer, actions }: { title: string; answer?: ReactNode; actions?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Huitou`;
  }, [title]);
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {answer !== undefined && <div className={styles.answer}>{answer}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
