import { describe, expect, it } from 'vitest';
import { rangeOf, readScope, scopeQuery, writeScope } from './scope';

const read = (text: string) => readScope(new URLSearchParams(text), 'last12m');

describe('the scope in the address', () => {
  it('falls back to the report\'s own period', () =>
    expect(read('')).toEqual({ shops: [], channels: [], period: 'last12m', range: null, asOf: null, compare: 'previous' }));

  it('comes back as it was written', () => {
    const scope = {
      shops: [1, 3], channels: [2], period: 'last12m' as const, range: { from: '2026-01-01', to: '2026-03-31' },
      asOf: '2026-06-30', compare: 'year' as const,
    };
    expect(readScope(writeScope(new URLSearchParams('page=4'), scope, 'last12m'), 'last12m')).toEqual(scope);
  });

  it('leaves other parameters alone and defaults out', () => {
    const written = writeScope(new URLSearchParams('sort=-orders&compare=year&from=2026-01-01'), read(''), 'last12m');
    expect(written.toString()).toBe('sort=-orders');
  });

  it('ignores what nobody can mean', () => {
    const scope = read('shops=x,-1,2&period=soon&from=2026-99-01&asOf=today&compare=everything');
    expect(scope).toEqual({ shops: [2], channels: [], period: 'last12m', range: null, asOf: null, compare: 'previous' });
  });
});

describe('named periods', () => {
  it.each([
    ['last7', '2026-11-15', '2026-11-21'], ['last30', '2026-10-23', '2026-11-21'], ['last90', '2026-08-24', '2026-11-21'],
    ['last12m', '2025-11-22', '2026-11-21'], ['thisMonth', '2026-11-01', '2026-11-21'],
    ['lastMonth', '2026-10-01', '2026-10-31'], ['thisYear', '2026-01-01', '2026-11-21'], ['lastYear', '2025-01-01', '2025-12-31'],
  ] as const)('%s', (period, from, to) => expect(rangeOf(period, '2026-11-21')).toEqual({ from, to }));
});

it('asks the API only for what is set', () => {
  expect(scopeQuery(read('period=life'), '2026-11-21')).toEqual({ compare: 'previous' });
  expect(scopeQuery(read('asOf=2026-06-30&period=last7&shops=2'), '2026-11-21')).toEqual({
    shops: '2', from: '2026-06-24', to: '2026-06-30', asOf: '2026-06-30', compare: 'previous',
  });
});
