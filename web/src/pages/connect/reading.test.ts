import { describe, expect, it } from 'vitest';
import type { FieldInfo, FileReading } from '../../api/types';
import { distinct, fieldsOf, sameMapping, withColumn } from './reading';

const reading: FileReading = {
  format: 'csv', kind: 'orders', encoding: 'utf-8', gzip: false, delimiter: ',', sheet: '', headerRow: 1, preset: 'generic',
  columns: { orderNo: 'No', paidAt: 'Paid' }, dateOrder: 'ymd', decimal: '.',
};
const field = (key: string, requiredBy: FieldInfo['requiredBy'], kinds: FieldInfo['kinds'] = ['orders']): FieldInfo =>
  ({ key, name: { zh: key, en: key }, hint: { zh: '', en: '' }, kinds, requiredBy });

describe('a reading', () => {
  it('has the same mapping whatever the sequence of its fields, and another when a column, kind or layout differs', () => {
    expect(sameMapping(reading, { ...reading, columns: { paidAt: 'Paid', orderNo: 'No' }, dateOrder: 'dmy' })).toBe(true);
    expect(sameMapping(reading, withColumn(reading, 'paidAt', 'Created'))).toBe(false);
    expect(sameMapping(reading, withColumn(reading, 'paidAt', undefined))).toBe(false);
    expect(sameMapping(reading, withColumn(reading, 'buyer', 'Who'))).toBe(false);
    expect(sameMapping(reading, { ...reading, kind: 'costs' })).toBe(false);
    expect(sameMapping(reading, { ...reading, preset: 'custom' })).toBe(false);
  });

  it('keeps its layout when a column is chosen, for the layout’s own rules still hold', () => {
    expect(withColumn(reading, 'buyer', 'Who')).toEqual({ ...reading, columns: { ...reading.columns, buyer: 'Who' } });
  });
});

it('shows the fields of the kind alone, those it needs first', () => {
  const fields = [field('buyer', []), field('rating', [], ['touches']), field('orderNo', ['orders', 'costs']), field('paidAt', ['orders'])];
  expect(fieldsOf('orders', fields).map(({ key }) => key)).toEqual(['orderNo', 'paidAt', 'buyer']);
});

it('offers each name of a column once, and none that is blank', () => {
  expect(distinct(['No', 'Paid', 'No', ' ', ''])).toEqual(['No', 'Paid']);
});
