import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import type { Driver, DriverNode, Session } from '../../api/types';
import { startLanguage } from '../../i18n';
import { SessionContext } from '../../session/SessionContext';
import { DriverTree } from './DriverTree';

const leaf = (key: Driver, before: number, after: number, contribution: number): DriverNode => ({
  key, before, after, change: after - before, contribution, children: [],
});
const root: DriverNode = {
  ...leaf('netSales', 100_000, 120_000, 20_000),
  children: [
    { ...leaf('new', 40_000, 35_000, -5_000), children: [leaf('orders', 20, 18, -5_000)] },
    { ...leaf('returning', 60_000, 85_000, 25_000), children: [leaf('orders', 30, 40, 25_000)] },
  ],
};
const client = new QueryClient();
client.setQueryData(['metrics'], []);

beforeAll(() => startLanguage('en'));

it('marks the largest mover in its own branch only, and writes each part in money', () => {
  render(
    <QueryClientProvider client={client}>
      <SessionContext value={{ currency: { code: 'CNY', digits: 2 } } as Session}>
        <DriverTree root={root} largest={{ branch: 'returning', key: 'orders' }} loading={false} />
      </SessionContext>
    </QueryClientProvider>,
  );
  const marks = screen.getAllByText('moved most');
  expect(marks).toHaveLength(1);
  const node = marks[0]?.closest('li') as HTMLElement;
  expect(within(node).getByText('Orders')).toBeInTheDocument();
  expect(within(node).getByText('+¥250.00')).toBeInTheDocument();
  expect(screen.getAllByText('−¥50.00')).toHaveLength(2);
});

it('asks for a comparison when there is none', () => {
  render(<DriverTree root={null} largest={null} loading={false} />);
  expect(screen.getByText('Choose a comparison to see what moved sales.')).toBeInTheDocument();
});
