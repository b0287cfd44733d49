import type { Currency, Language } from '../api/types';
import { units } from '../i18n/units';

/** Everything a page writes in digits goes through here, so that one number never has two faces. */

const nothing = '–';
const localeOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}:${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format;
}

/** A count or sum for a headline: 1.2 with its unit from 10,000 on, whole digits below. */
export function short(value: number | null | undefined, language: Language, smallDigits = 0): string {
  if (value === null || value === undefined) return nothing;
  const size = Math.abs(value);
  // 999,950 would round to 1000.0k: what rounds up to the next unit already wears it.
  const unit = units[language].find(({ least }) => size >= least * 0.99995);
  if (!unit) return numberFormat(language, smallDigits).format(value);
  return numberFormat(language, 1).format(value / unit.divisor) + unit.sign;
}

/** A number for a table: all its digits, with separators. */
export function full(value: number | null | undefined, language: Language, digits = 0): string {
  return value === null || value === undefined ? nothing : numberFormat(language, digits).format(value);
}

/** What the API keeps times 10^8 (exchange rates), with the digits that it has. */
export const rate = (hundredMillionths: number, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 8 }).format(hundredMillionths / 1e8);

export function currencySymbol(currency: Currency, language: Language): string {
  const parts = new Intl.NumberFormat(localeOf(language), {
    style: 'currency', currency: currency.code, currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency.code;
  return symbol.length > 2 ? `${symbol} ` : symbol;
}

const major = (minor: number, currency: Currency) => minor / 10 ** currency.digits;
const signed = (value: number, text: (size: number) => string, symbol: string) =>
  `${value < 0 ? '−' : ''}${symbol}${text(Math.abs(value))}`;

/** Money for a headline. Amounts that fit whole keep the currency's digits only below 1,000. */
export function shortMoney(minor: number | null | undefined, currency: Currency, language: Language): string {
  if (minor === null || minor === undefined) return nothing;
  const value = major(minor, currency);
  const digits = value !== 0 && Math.abs(value) < 1000 ? currency.digits : 0;
  return signed(value, (size) => short(size, language, digits), currencySymbol(currency, language));
}

/** A round number on an axis needs no zero behind its point. */
export const tick = (text: string): string => text.replace(/\.0+(?=\D|$)/, '');

/** Money for a table: to the last digit of the currency. */
export function fullMoney(minor: number | null | undefined, currency: Currency, language: Language): string {
  if (minor === null || minor === undefined) return nothing;
  const value = major(minor, currency);
  return signed(value, (size) => full(size, language, currency.digits), currencySymbol(currency, language));
}

export function percent(share: number | null | undefined, language: Language, digits = 1): string {
  return share === null || share === undefined ? nothing : `${full(share * 100, language, digits)}%`;
}

/** The change from one value to the next as a share of the first; null when there is nothing to divide by. */
export function changeOf(before: number | null | undefined, after: number | null | undefined): number | null {
  if (before === null || before === undefined || after === null || after === undefined || before === 0) return null;
  return (after - before) / Math.abs(before);
}

/** A change with its sign; ±0 stays without. */
export function signedPercent(share: number, language: Language): string {
  const size = percent(Math.abs(share), language);
  if (size === percent(0, language)) return size;
  return `${share > 0 ? '+' : '−'}${size}`;
}

export function bytes(value: number, language: Language): string {
  const unit = value >= 1e9 ? 'GB' : value >= 1e6 ? 'MB' : value >= 1e3 ? 'kB' : 'B';
  const divisor = { GB: 1e9, MB: 1e6, kB: 1e3, B: 1 }[unit];
  return `${full(value / divisor, language, unit === 'B' ? 0 : 1)} ${unit}`;
}
