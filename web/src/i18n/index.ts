import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../api/types';
import { instant, longDay } from '../format/dates';
import type { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

const storageKey = 'huitou.language';
const words: Record<Language, () => Promise<object>> = {
  en: async () => (await import('./en')).en,
  zh: async () => (await import('./zh')).zh,
};

/** What was chosen here before, else the browser's first language that we speak, else English. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  if (stored === 'zh' || stored === 'en') return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === 'zh' || tag === 'en') === 'zh' ? 'zh' : 'en';
}

export async function startLanguage(language: Language) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await words[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  formatValues();
  tell(language);
}

/** Loads the words first, so that no page ever shows a key. */
export async function speak(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await words[language]());
  await i18next.changeLanguage(language);
  localStorage.setItem(storageKey, language);
  tell(language);
}

/** How the sentences of the audit tell their values: the same formats as on the command line. Numbers are i18next's own. */
function formatValues() {
  const parts = (value: unknown, lng: string | undefined, say: (part: string) => string) => String(value).split('\n').map(say).join(lng === 'zh' ? '、' : ', ');
  const spoken = (lng: string | undefined): Language => (lng === 'zh' ? 'zh' : 'en');
  const term = (text: string, lng: string | undefined): string => {
    const [head = '', ...rest] = text.split(':');
    const word = i18next.exists(`auditTerms.${head}`, { lng }) ? i18next.t(`auditTerms.${head}` as 'auditTerms.none', { lng }) : head;
    return [word, rest.join(':')].filter(Boolean).join(' ');
  };
  i18next.services.formatter?.add('list', (value, lng) => parts(value, lng, (part) => part));
  i18next.services.formatter?.add('term', (value, lng) => parts(value, lng, (part) => term(part, lng)));
  i18next.services.formatter?.add('day', (value, lng) => longDay(String(value), spoken(lng)));
  i18next.services.formatter?.add('time', (value, lng) => instant(String(value), spoken(lng)));
}

function tell(language: Language) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}
