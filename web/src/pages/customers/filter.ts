import type { CustomerFilter } from '../../api/types';
import type { FClass, RClass, RfmGroup, TouchKind } from '../../api/types';
import { isDay } from '../../format/dates';

export const rOptions: RClass[] = ['active', 'silent', 'dormant', 'lost'];
export const fOptions: FClass[] = ['new', 'second', 'old', 'fan'];
export const groupOptions: RfmGroup[] = [
  'importantValue', 'importantKeep', 'importantDevelop', 'importantWinback', 'generalValue', 'generalKeep', 'generalDevelop', 'generalWinback',
];
export const touchKinds: TouchKind[] = ['view', 'favourite', 'inquiry', 'complaint', 'complaintClosed', 'review', 'visit'];
const numbers = ['touchedWithin', 'minOrders', 'maxOrders', 'minRecency', 'maxRecency', 'minNetSales', 'maxNetSales'] as const;
const days = ['firstFrom', 'firstTo'] as const;
const words = ['search', 'region', 'city', 'district', 'tag', 'serviceLevel', 'firstSource'] as const;
const shops = ['firstShop', 'boughtIn'] as const;
const marks = ['hasNote', 'suppressed', 'touched'] as const;
export const genders = ['male', 'female'] as const;
export const reaches = ['phone', 'email', 'any', 'none'] as const;
export const channels = ['sms', 'email'] as const;
export const purposes = ['marketing', 'care'] as const;
export const standings = ['given', 'refused', 'unknown'] as const;
/** Where somebody stands, as one word of the address: channel, purpose and standing. */
export const consents = channels.flatMap((channel) => purposes.flatMap((purpose) => standings.map((standing) => `${channel}:${purpose}:${standing}`)));
export const filterKeys = [...words, ...shops, 'r', 'f', 'group', 'gender', 'reach', 'consent', 'touchKind', ...marks, ...numbers, ...days] as const;

/** Which parameters go away together when a filter's tag is removed. */
export const filterParts = {
  search: ['search'], r: ['r'], f: ['f'], group: ['group'], serviceLevel: ['serviceLevel'], region: ['region'], city: ['city'], district: ['district'], firstSource: ['firstSource'], firstShop: ['firstShop'], boughtIn: ['boughtIn'], gender: ['gender'], tag: ['tag'], reach: ['reach'],
  consent: ['consent'], hasNote: ['hasNote'], suppressed: ['suppressed'], touchKind: ['touchKind'], touchedWithin: ['touchedWithin'], touched: ['touched'], orders: ['minOrders', 'maxOrders'],
  recency: ['minRecency', 'maxRecency'], netSales: ['minNetSales', 'maxNetSales'], firstDay: ['firstFrom', 'firstTo'],
} as const satisfies Record<string, readonly (typeof filterKeys)[number][]>;
export type FilterPart = keyof typeof filterParts;

/** The filter that the address holds; what nobody can mean is left out. */
export function readFilter(params: URLSearchParams): CustomerFilter {
  const filter: CustomerFilter = {};
  for (const key of words) {
    const text = params.get(key)?.trim();
    if (text) filter[key] = text;
  }
  for (const key of shops) {
    const text = params.get(key);
    if (text && /^\d+(,\d+)*$/.test(text)) filter[key] = text;
  }
  for (const key of marks) {
    const text = params.get(key);
    if (text === 'true' || text === 'false') filter[key] = text === 'true';
  }
  const gender = genders.find((each) => each === params.get('gender'));
  const reach = reaches.find((each) => each === params.get('reach'));
  const consent = consents.find((each) => each === params.get('consent'));
  if (gender) filter.gender = gender;
  if (reach) filter.reach = reach;
  if (consent) filter.consent = consent;
  const touchKind = touchKinds.find((each) => each === params.get('touchKind'));
  if (touchKind) filter.touchKind = touchKind;
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
