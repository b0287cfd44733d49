import { expect, it } from 'vitest';
import { readFilter, writeFilter } from './filter';

it('comes back from the address as it went in', () => {
  const filter = { search: '17850', r: 'silent', f: 'fan', city: 'Hangzhou', district: '西湖区', firstSource: 'shopify', firstShop: '1', boughtIn: '2,3', gender: 'female', reach: 'none', consent: 'sms:marketing:refused', hasNote: false, suppressed: true, touchKind: 'review', touchedWithin: 30, touched: false, serviceLevel: 'Priority', minOrders: 3, maxNetSales: -50, firstFrom: '2026-01-01' } as const;
  expect(readFilter(writeFilter(new URLSearchParams('sort=-orders&page=7'), filter))).toEqual(filter);
});

it('keeps the sort and goes back to the first page', () =>
  expect(writeFilter(new URLSearchParams('sort=-orders&page=7&r=lost'), {}).toString()).toBe('sort=-orders'));

it('leaves out what nobody can mean', () =>
  expect(readFilter(new URLSearchParams('r=happy&gender=x&reach=far&consent=sms:given&hasNote=maybe&touchKind=glance&touchedWithin=soon&touched=perhaps&firstShop=x&boughtIn=1,&minOrders=many&firstTo=soon&group=best&search=%20'))).toEqual({}));
