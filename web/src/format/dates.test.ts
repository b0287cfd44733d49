import { expect, it } from 'vitest';
import { addDays, addMonths, clockText, daysBetween, firstOfWeek, instant, isDay, stepLabel } from './dates';

it('counts civil days across a clock change and a leap day', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});

it('keeps to the end of a shorter month', () => {
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addMonths('2026-11-21', -12)).toBe('2025-11-21');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
});

it('begins weeks on Monday', () => {
  expect(firstOfWeek('2026-11-21')).toBe('2026-11-16');
  expect(firstOfWeek('2026-11-16')).toBe('2026-11-16');
  expect(firstOfWeek('2026-11-22')).toBe('2026-11-16');
});

it('knows a day from other text', () => {
  expect(isDay('2026-11-21')).toBe(true);
  expect(isDay('2026-13-41')).toBe(false);
  expect(isDay('yesterday')).toBe(false);
});

it('labels steps by their grain', () => {
  expect(stepLabel('2026-11-01', 'month', 'zh')).toBe('2026年11月');
  expect(stepLabel('2026-11-16', 'week', 'en')).toBe('16 Nov');
});

it('writes an instant in Chinese as it writes days', () => {
  expect(instant('2026-11-22T12:00:00Z', 'zh')).toMatch(/^2026-11-2[23] \d\d:00$/);
  expect(instant(null, 'zh')).toBe('–');
});

it('puts the times of a comparison on a shop’s clock, to the second, and leaves other text alone', () => {
  expect(clockText('2026-03-01 20:00:05Z', 'zh', 'Asia/Shanghai')).toBe('2026-03-02 04:00:05');
  expect(clockText('2026-03-01 20:00:05Z', 'en', 'Asia/Shanghai')).toBe('2 Mar 2026, 04:00:05');
  expect(clockText('2 × SKU-1 19.00', 'zh', 'Asia/Shanghai')).toBe('2 × SKU-1 19.00');
});
