import { App, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { ThemeContext, type ThemeMode } from './ThemeContext';
import { antdTheme } from './tokens';

const storageKey = 'huitou.theme';
const darkMedia = () => window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void) {
  const media = darkMedia();
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

function stored(): ThemeMode {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function ThemeProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [mode, setMode] = useState<ThemeMode>(stored);
  const systemDark = useSyncExternalStore(subscribe, () => darkMedia().matches);
  const dark = mode === 'dark' || (mode === 'system' && systemDark);

  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);

  const choose = (next: ThemeMode) => {
    localStorage.setItem(storageKey, next);
    setMode(next);
  };

  return (
    <ThemeContext value={{ mode, dark, choose }}>
      <ConfigProvider locale={locale} theme={antdTheme(dark)} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 3 }}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  );
}
