import type { CustomerFilter } from '../../api/types';
import type { FClass, RClass, RfmGroup } from '../../api/types';
import { isDay } from '../../format/dates';

export const rOptions: RClass[] = ['active', 'silent', 'dormant', 'lost'];
export const fOptions: FClass[] = ['new', 'second', 'old', 'fan'];
export const groupOptions: RfmGroup[] = [
  'importantValue', 'importantKeep', 'importantDevelop', 'importantWinback', 'generalValue', 'generalKeep', 'generalDevelop', 'generalWinback',
];
const numbers = ['minOrders', 'maxOrders', 'minRecency', 'maxRecency', 'minNetSales', 'maxNetSales'] as const;
const days = ['firstFrom', 'firstTo'] as const;
export const filterKeys = ['search', 'r', 'f', 'group', 'region', 'tag', ...numbers, ...days] as const;

/** Which parameters go away together when a filter's tag is removed. */
export const filterParts = {
  search: ['search'], r: ['r'], f: ['f'], group: ['group'], region: ['region'], tag: ['tag'], orders: ['minOrders', 'maxOrders'],
  recency: ['minRecency', 'maxRecency'], netSales: ['minNetSales', 'maxNetSales'], firstDay: ['firstFrom', 'firstTo'],
} as const satisfies Record<string, readonly (typeof filterKeys)[number][]>;
export type FilterPart = keyof typeof filterParts;

/** The filter that the address holds; what nobody can mean is left out. */
export function readFilter(params: URLSearchParams): CustomerFilter {
  const filter: CustomerFilter = {};
  const search = params.get('search')?.trim();
  const region = params.get('region')?.trim();
  if (search) filter.search = search;
  if (region) filter.region = region;
  const tag = params.get('tag')?.trim();
  if (tag) filter.tag = tag;
  const r = rOptions.find((each) => each === params.get('r'));
  const f = fOptions.find((each) => each === params.get('f'));
  const group = groupOptions.find((each) => each === params.get('group'));
  if (r) filter.r = r;
  if (f) filter.f = f;
  if (group) filter.group = group;
  for (const key of numbers) {
    const text = params.get(key);
    if (text !== null && /^-?\d+$/.test(text)) filter[key] = Number(text);
  }
  for (const key of days) {
    const text = params.get(key);
    if (isDay(text)) filter[key] = text;
  }
  return filter;
}

/** Puts a filter in the place of the one in the address; the list starts at its first page again. */
export function writeFilter(params: URLSearchParams, filter: CustomerFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of filterKeys) {
    const value = filter[key];
    if (value === undefined || value === '' || value === null) next.delete(key);
    else next.set(key, String(value));
  }
  next.delete('page');
  return next;
}
