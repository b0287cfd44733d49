import { Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { TableSkeleton } from '../parts/TableSkeleton';
import { useIsPhone } from '../parts/useIsPhone';
import { Brand } from './Brand';
import { Navigation } from './Navigation';
import styles from './Shell.module.css';
import { TopBar } from './TopBar';

const storageKey = 'huitou.navigation';

/** What stands around every page: the way through the data at the left, the whole shop at the top. */
export function Shell() {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const [narrow, setNarrow] = useState(() => localStorage.getItem(storageKey) === 'narrow');
  const fold = (next: boolean) => {
    localStorage.setItem(storageKey, next ? 'narrow' : 'wide');
    setNarrow(next);
  };
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>{t('nav.skip')}</a>
      {phone ? (
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="left"
          size={264}
          title={<Brand />}
          styles={{ body: { padding: 8 } }}
        >
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
      ) : (
        <aside className={styles.side} style={{ width: narrow ? 64 : 216 }}>
          <div className={styles.brand}><Brand short={narrow} /></div>
          <Navigation folded={narrow} onFold={fold} />
        </aside>
      )}
      <div className={styles.main}>
        <TopBar onMenu={phone ? () => setOpen(true) : undefined} />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Suspense fallback={<TableSkeleton rows={8} />}><Outlet /></Suspense>
        </main>
      </div>
    </div>
  );
}
