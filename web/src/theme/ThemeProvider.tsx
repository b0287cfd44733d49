import { App, ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { useEffect, useState, type ReactNode } from 'react';
import { useMedia, useStill } from '../parts/useMedia';
import { ThemeContext, type ThemeMode } from './ThemeContext';
import { antdTheme } from './tokens';

const storageKey = 'huitou.theme';
function stored(): ThemeMode {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'system';
}

export function ThemeProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [mode, setMode] = useState<ThemeMode>(stored);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const still = useStill();
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
      <ConfigProvider locale={locale} theme={antdTheme(dark, still)} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 3 }}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  );
}
