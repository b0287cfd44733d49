import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../../api/types';
import { isChanged, isWorthKeeping, movingPeriod, viewAddress } from './views';

const view: CustomerView = {
  id: 7, name: 'Lost', isShared: false, mayChange: true, maker: 'ann', filter: { r: 'lost', minOrders: '2', from: '2026-01-01', to: '2026-01-31' }, sort: '-orders',
  columns: ['name', 'orders'], period: null, gone: [], changedAt: '2026-01-01T00:00:00Z', version: 3,
};

describe('a view', () => {
  it('comes back from its address unchanged, whatever the sequence, the page or a search within it', () => {
    const params = viewAddress(view);
    expect(params.get('view')).toBe('7');
    expect(isChanged(params, view)).toBe(false);
    expect(isChanged(new URLSearchParams('columns=name,orders&sort=-orders&to=2026-01-31&from=2026-01-01&minOrders=2&r=lost&view=7&page=3&search=ann'), view)).toBe(false);
  });

  it('is changed by a filter, an order or a column', () => {
    for (const [key, value] of [['r', 'active'], ['sort', '-aov'], ['columns', 'name'], ['tag', 'vip']] as const) {
      const params = viewAddress(view);
      params.set(key, value);
      expect(isChanged(params, view)).toBe(true);
    }
  });

  it('keeps a moving period moving', () => {
    const moving = { ...view, period: 'last90' as const };
    expect(viewAddress(moving).get('from')).toBeNull();
    expect(movingPeriod(viewAddress(moving))).toBe('last90');
    expect(movingPeriod(new URLSearchParams('period=life'))).toBeNull();
  });

  it('is worth keeping when the list is not as it is by default', () => {
    expect(isWorthKeeping(new URLSearchParams('search=ann&page=2'))).toBe(false);
    expect(isWorthKeeping(new URLSearchParams('r=lost'))).toBe(true);
  });
});
