import dayjs from 'dayjs';
import type { Grain, Language } from '../api/types';

/** Civil days travel as yyyy-MM-dd and are reckoned in UTC, where no day has 23 hours. */
const dayMs = 86_400_000;
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };
const parse = (day: string) => new Date(`${day}T00:00:00Z`);
const write = (date: Date) => date.toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => write(new Date(parse(day).getTime() + days * dayMs));
export const daysBetween = (from: string, to: string) => Math.round((parse(to).getTime() - parse(from).getTime()) / dayMs);

/** The same day some months later; the last of the month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const date = parse(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return write(date);
}

export const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;
export const firstOfYear = (day: string) => `${day.slice(0, 4)}-01-01`;
/** Weeks begin on Monday. */
export const firstOfWeek = (day: string) => addDays(day, -((parse(day).getUTCDay() + 6) % 7));

export const isDay = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parse(text).getTime());

export function longDay(day: string | null | undefined, language: Language): string {
  if (!day) return '–';
  // Chinese back offices write days in figures; words for months would break every column.
  if (language === 'zh') return day;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(parse(day));
}

/** The label of one step of a series. */
export function stepLabel(day: string, grain: Grain, language: Language): string {
  const options: Intl.DateTimeFormatOptions =
    grain === 'month' ? { year: 'numeric', month: 'short' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(parse(day));
}

/** An instant in the reader's own zone. */
export function instant(at: string | null | undefined, language: Language): string {
  if (!at) return '–';
  if (language === 'zh') return dayjs(at).format('YYYY-MM-DD HH:mm');
  return new Intl.DateTimeFormat(locales[language], {
    year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(new Date(at));
}

/** A UTC time as comparisons carry it ("2026-03-01 02:00:00Z"), on a shop's clock to the second; other text as it is. */
export function clockText(text: string, language: Language, timeZone: string | undefined): string {
  if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ$/.test(text)) return text;
  return new Intl.DateTimeFormat(language === 'zh' ? 'sv-SE' : locales[language], {
    year: 'numeric', month: language === 'zh' ? '2-digit' : 'short', day: language === 'zh' ? '2-digit' : 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone,
  }).format(new Date(text.replace(' ', 'T')));
}

/** Only the time, to the second, when the instant lies today, else the day as well. */
export function recentInstant(at: string, language: Language, now: Date): string {
  const date = new Date(at);
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  if (date.toDateString() !== now.toDateString()) Object.assign(options, { month: 'short', day: 'numeric' });
  return new Intl.DateTimeFormat(locales[language], options).format(date);
}
