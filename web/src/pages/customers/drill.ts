import { queryString } from '../../api/client';
import type { CustomerFilter, PeriodFigures, Scope } from '../../api/types';
import { addDays } from '../../format/dates';

/** The address of the customers behind a figure: the report's scope and what singles them out. */
export function customersBehind(scope: Scope, filter: CustomerFilter): string {
  return `/customers${queryString({ ...scope, compare: undefined, ...filter })}`;
}

/** Who bought in a period: all of them, those whose first order it holds, or those who had bought before. */
export function buyersBehind(scope: Scope, period: PeriodFigures, part: 'all' | 'new' | 'returning'): string {
  const filter: CustomerFilter =
    part === 'new' ? { firstFrom: period.from, firstTo: period.to } : part === 'returning' ? { firstTo: addDays(period.from, -1) } : {};
  return customersBehind({ ...scope, from: period.from, to: period.to }, filter);
}
