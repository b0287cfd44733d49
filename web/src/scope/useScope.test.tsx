import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { expect, it } from 'vitest';
import type { Session } from '../api/types';
import { SessionContext } from '../session/SessionContext';
import { useScope } from './useScope';

const session = { today: '2026-11-21', shops: [{ id: 2 }] } as Session;
const at = (address: string) => ({ children }: { children: ReactNode }) => (
  <MemoryRouter initialEntries={[address]}>
    <SessionContext value={session}>{children}</SessionContext>
  </MemoryRouter>
);
const scopeAt = (address: string) =>
  renderHook(() => ({ ...useScope('last12m'), address: useLocation().search }), { wrapper: at(address) }).result;

it('reads the scope from the address and reckons it from today', () => {
  const result = scopeAt('/insights/overview?shops=2&compare=year');
  expect(result.current.query).toEqual({ shops: '2', from: '2025-11-22', to: '2026-11-21', compare: 'year' });
});

it('writes a change into the address, keeps the rest and starts at the first page', () => {
  const result = scopeAt('/customers?r=silent&page=3');
  act(() => result.current.setScope({ period: 'last30', asOf: '2026-06-30' }));
  expect(result.current.address).toBe('?r=silent&period=last30&asOf=2026-06-30');
  expect(result.current.query).toMatchObject({ from: '2026-06-01', to: '2026-06-30', asOf: '2026-06-30' });
});

it('asks for no shop that its reader does not see, whatever the link says', () => {
  expect(scopeAt('/insights/overview?shops=1,2').current.query).toMatchObject({ shops: '2' });
  expect(scopeAt('/insights/overview?shops=1').current.query).not.toHaveProperty('shops');
});
