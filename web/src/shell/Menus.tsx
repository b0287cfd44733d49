import { BulbOutlined, GlobalOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { Language } from '../api/types';
import { speak, useLanguage } from '../i18n';
import { useProblemText } from '../parts/useProblemText';
import { saveLanguage, useSignOut } from '../resources/useSessionQuery';
import { useSession } from '../session/SessionContext';
import { useTheme, type ThemeMode } from '../theme/ThemeContext';
import { PasswordDialog } from './PasswordDialog';

type Items = NonNullable<MenuProps['items']>;

function useLanguageItems(): { items: Items; choose: (language: Language) => void; current: Language } {
  const { t } = useTranslation();
  const { user } = useSession();
  const current = useLanguage();
  const choose = (language: Language) => {
    void speak(language);
    // Shown at once; a choice that could not be saved still holds in this browser.
    if (user) void saveLanguage(language).catch(() => undefined);
  };
  return {
    current,
    choose,
    items: [{ key: 'zh', label: t('shell.chinese'), onClick: () => choose('zh') }, { key: 'en', label: t('shell.english'), onClick: () => choose('en') }],
  };
}

function useThemeItems(): { items: Items; current: ThemeMode } {
  const { t } = useTranslation();
  const { mode, choose } = useTheme();
  const modes: ThemeMode[] = ['light', 'dark', 'system'];
  return { current: mode, items: modes.map((key) => ({ key, label: t(`shell.${key}`), onClick: () => choose(key) })) };
}

export function LanguageMenu() {
  const { t } = useTranslation();
  const { items, current } = useLanguageItems();
  return (
    <Dropdown menu={{ items, selectedKeys: [current] }} trigger={['click']}>
      <Button type="text" icon={<GlobalOutlined />} aria-label={t('shell.language')} />
    </Dropdown>
  );
}

export function ThemeMenu() {
  const { t } = useTranslation();
  const { items, current } = useThemeItems();
  return (
    <Dropdown menu={{ items, selectedKeys: [current] }} trigger={['click']}>
      <Button type="text" icon={<BulbOutlined />} aria-label={t('shell.theme')} />
    </Dropdown>
  );
}

/** The signed-in user; on a phone also the choices that have no room of their own. */
export function UserMenu({ withChoices }: { withChoices: boolean }) {
  const { t } = useTranslation();
  const { user, version } = useSession();
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const signOut = useSignOut();
  const words = useProblemText();
  const languages = useLanguageItems();
  const themes = useThemeItems();
  if (!user) return null;
  const leave = () => signOut.mutate(undefined, { onError: (error) => void message.error(words(asProblem(error))) });
  const items: Items = [
    { key: 'who', type: 'group', label: `${user.name} · ${t(`roles.${user.role}`)}` },
    ...(withChoices
      ? [
          { key: 'language', type: 'group' as const, label: t('shell.language'), children: languages.items },
          { key: 'theme', type: 'group' as const, label: t('shell.theme'), children: themes.items },
        ]
      : []),
    { type: 'divider' },
    { key: 'password', label: t('shell.password'), onClick: () => setChanging(true) },
    { key: 'signOut', label: t('shell.signOut'), onClick: leave },
    { type: 'divider' },
    { key: 'version', disabled: true, label: t('shell.version', { version }) },
  ];
  return (
    <>
      <Dropdown menu={{ items, selectedKeys: [languages.current, themes.current] }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined />} aria-label={t('shell.account')}>{withChoices ? null : user.name}</Button>
      </Dropdown>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
