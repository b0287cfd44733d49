import { beforeAll, expect, it } from 'vitest';
import { startLanguage, speak } from '.';
import i18next from 'i18next';

beforeAll(() => startLanguage('en'));

it('tells the values of the audit in the language of who reads', async () => {
  const access = { roleBefore: 'reader', shopsBefore: 'allShops', role: 'service', shops: 'shop:2\nshop:3' };
  const limits = { from: '2026-03-01', active: '112', silent: '1243', dormant: '478', fan: '5' };
  const tell = (key: 'userAccessChanged' | 'gridLimitsSet' | 'profileWritten', values: object) => i18next.t(`auditFacts.${key}`, { defaultValue: '', replace: values });
  expect(tell('userAccessChanged', access)).toBe('Was reader, saw all shops; now service, sees shop 2, shop 3');
  expect(tell('gridLimitsSet', limits)).toBe('From 1 Mar 2026: active up to 112 days, silent up to 1,243, dormant up to 478, fans from 5 orders');
  await speak('zh');
  expect(tell('userAccessChanged', access)).toBe('原为只读，可看全部店铺；现为客服，可看店铺 2、店铺 3');
  expect(tell('profileWritten', { attributes: 'phone\ntag:vip' })).toBe('填写了：手机号、标签 vip');
});
