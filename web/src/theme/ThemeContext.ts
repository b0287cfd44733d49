import { createContext, use } from 'react';

export type ThemeMode = 'light' | 'dark' | 'system';
type Theme = { mode: ThemeMode; dark: boolean; choose: (mode: ThemeMode) => void };

export const ThemeContext = createContext<Theme>({ mode: 'system', dark: false, choose: () => undefined });
export const useTheme = () => use(ThemeContext);
