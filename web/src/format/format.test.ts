import { describe, expect, it } from 'vitest';
import { bytes, changeOf, full, fullMoney, percent, short, shortMoney, signedPercent, tick } from './format';

const cny = { code: 'CNY', digits: 2 };
const jpy = { code: 'JPY', digits: 0 };
const kwd = { code: 'KWD', digits: 3 };

describe('short', () => {
  it.each([
    [0, '0', '0'], [9_999, '9,999', '9,999'], [12_345, '1.2万', '12.3k'], [-12_345, '-1.2万', '-12.3k'],
    [999_960, '100.0万', '1.0M'], [34_000_000, '3,400.0万', '34.0M'], [340_000_000, '3.4亿', '340.0M'],
    [99_996_000, '1.0亿', '100.0M'], [2_500_000_000, '25.0亿', '2.5B'],
  ])('%d', (value, zh, en) => {
    expect(short(value, 'zh')).toBe(zh);
    expect(short(value, 'en')).toBe(en);
  });

  it('says nothing of nothing', () => expect(short(null, 'en')).toBe('–'));
});

describe('money', () => {
  it('follows the digits of the currency', () => {
    expect(fullMoney(123_456, cny, 'zh')).toBe('¥1,234.56');
    expect(fullMoney(123_456, jpy, 'en')).toBe('¥123,456');
    expect(fullMoney(1_234_567, kwd, 'en')).toBe('KWD 1,234.567');
  });

  it('puts the sign before the symbol', () => expect(fullMoney(-50, cny, 'en')).toBe('−¥0.50'));

  it('is short in headlines', () => {
    expect(shortMoney(48_600_000, cny, 'en')).toBe('¥486.0k');
    expect(shortMoney(48_600_000, cny, 'zh')).toBe('¥48.6万');
    expect(shortMoney(18_850, cny, 'zh')).toBe('¥188.50');
    expect(shortMoney(188_550, cny, 'zh')).toBe('¥1,886');
    expect(shortMoney(0, cny, 'en')).toBe('¥0');
  });
});

describe('changes', () => {
  it('are shares of the value before', () => {
    expect(changeOf(200, 250)).toBe(0.25);
    expect(changeOf(-200, -100)).toBe(0.5);
    expect(changeOf(0, 5)).toBeNull();
    expect(changeOf(null, 5)).toBeNull();
  });

  it('wear their sign unless they round to nothing', () => {
    expect(signedPercent(0.1234, 'en')).toBe('+12.3%');
    expect(signedPercent(-0.5, 'en')).toBe('−50.0%');
    expect(signedPercent(-0.0001, 'en')).toBe('0.0%');
  });
});

it('drops the idle zero from an axis', () => {
  expect([tick('¥80.0万'), tick('15.0k'), tick('1.5万'), tick('¥0')]).toEqual(['¥80万', '15k', '1.5万', '¥0']);
});

it('writes tables to the last digit', () => {
  expect(full(1_234_567, 'zh')).toBe('1,234,567');
  expect(full(2.345, 'en', 2)).toBe('2.35');
  expect(percent(0.4567, 'zh')).toBe('45.7%');
  expect(bytes(23_456_789, 'en')).toBe('23.5 MB');
});
