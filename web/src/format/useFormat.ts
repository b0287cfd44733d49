import { useMemo } from 'react';
import type { Grain } from '../api/types';
import { useLanguage } from '../i18n';
import { useSession } from '../session/SessionContext';
import * as dates from './dates';
import * as format from './format';

/** The formats of this reader: their language, the installation's currency. */
export function useFormat() {
  const language = useLanguage();
  const { currency } = useSession();
  return useMemo(
    () => ({
      short: (value: number | null | undefined, smallDigits?: number) => format.short(value, language, smallDigits),
      full: (value: number | null | undefined, digits?: number) => format.full(value, language, digits),
      rate: (hundredMillionths: number) => format.rate(hundredMillionths, language),
      money: (minor: number | null | undefined) => format.shortMoney(minor, currency, language),
      fullMoney: (minor: number | null | undefined) => format.fullMoney(minor, currency, language),
      percent: (share: number | null | undefined, digits?: number) => format.percent(share, language, digits),
      change: (share: number) => format.signedPercent(share, language),
      bytes: (value: number) => format.bytes(value, language),
      day: (day: string | null | undefined) => dates.longDay(day, language),
      step: (day: string, grain: Grain) => dates.stepLabel(day, grain, language),
      instant: (at: string | null | undefined) => dates.instant(at, language),
      recent: (at: string) => dates.recentInstant(at, language, new Date()),
      /** Sentences in a row: Chinese full stops bring their own space. */
      sentences: (...parts: string[]) => parts.filter(Boolean).join(language === 'zh' ? '' : ' '),
      symbol: format.currencySymbol(currency, language),
      currency,
      language,
    }),
    [language, currency],
  );
}

export type Format = ReturnType<typeof useFormat>;
