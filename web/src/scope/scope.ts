import type { Scope as ScopeQuery } from '../api/types';
import { addDays, addMonths, firstOfMonth, firstOfYear, isDay } from '../format/dates';

export const periodKeys = [
  'last7', 'last30', 'last90', 'last12m', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'life',
] as const;
export type PeriodKey = (typeof periodKeys)[number];
export type Compare = 'previous' | 'year' | 'none';
export type Range = { from?: string; to?: string };

/** What a report is asked of, as the address bar keeps it. A range of its own wins over the named period. */
export type Scope = {
  shops: number[];
  channels: number[];
  period: PeriodKey;
  range: Range | null;
  asOf: string | null;
  compare: Compare;
};

export const scopeKeys = ['shops', 'channels', 'period', 'from', 'to', 'asOf', 'compare'] as const;

const ids = (text: string | null) =>
  (text ?? '').split(',').map(Number).filter((id) => Number.isInteger(id) && id > 0);

export function readScope(params: URLSearchParams, defaultPeriod: PeriodKey): Scope {
  const from = params.get('from');
  const to = params.get('to');
  const asOf = params.get('asOf');
  const compare = params.get('compare');
  return {
    shops: ids(params.get('shops')),
    channels: ids(params.get('channels')),
    period: periodKeys.find((key) => key === params.get('period')) ?? defaultPeriod,
    range: isDay(from) || isDay(to) ? { ...(isDay(from) && { from }), ...(isDay(to) && { to }) } : null,
    asOf: isDay(asOf) ? asOf : null,
    compare: compare === 'year' || compare === 'none' ? compare : 'previous',
  };
}

/** Writes a scope over the parameters that are there; what is as it is by default stays out of the address. */
export function writeScope(params: URLSearchParams, scope: Scope, defaultPeriod: PeriodKey): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (key: string, value: string | null | undefined) => (value ? next.set(key, value) : next.delete(key));
  put('shops', scope.shops.join(','));
  put('channels', scope.channels.join(','));
  put('period', scope.range || scope.period === defaultPeriod ? null : scope.period);
  put('from', scope.range?.from);
  put('to', scope.range?.to);
  put('asOf', scope.asOf);
  put('compare', scope.compare === 'previous' ? null : scope.compare);
  return next;
}

/** The first and last day of a named period that ends at the as-of day. */
export function rangeOf(period: PeriodKey, asOf: string): Range {
  switch (period) {
    case 'last7': return { from: addDays(asOf, -6), to: asOf };
    case 'last30': return { from: addDays(asOf, -29), to: asOf };
    case 'last90': return { from: addDays(asOf, -89), to: asOf };
    case 'last12m': return { from: addDays(addMonths(asOf, -12), 1), to: asOf };
    case 'thisMonth': return { from: firstOfMonth(asOf), to: asOf };
    case 'lastMonth': {
      const before = addDays(firstOfMonth(asOf), -1);
      return { from: firstOfMonth(before), to: before };
    }
    case 'thisYear': return { from: firstOfYear(asOf), to: asOf };
    case 'lastYear': {
      const before = addDays(firstOfYear(asOf), -1);
      return { from: firstOfYear(before), to: before };
    }
    case 'life': return {};
  }
}

/** The scope as the API takes it. */
export function scopeQuery(scope: Scope, today: string): ScopeQuery {
  const range = scope.range ?? rangeOf(scope.period, scope.asOf ?? today);
  return {
    ...(scope.shops.length > 0 && { shops: scope.shops.join(',') }),
    ...(scope.channels.length > 0 && { channels: scope.channels.join(',') }),
    ...(range.from && { from: range.from }),
    ...(range.to && { to: range.to }),
    ...(scope.asOf && { asOf: scope.asOf }),
    compare: scope.compare,
  };
}

/** The shops that an address names and its reader sees: a link can come from somebody who sees others. */
export const seenShops = (scope: Scope, shops: readonly { id: number }[]): number[] => scope.shops.filter((id) => shops.some((shop) => shop.id === id));
