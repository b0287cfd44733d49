import { queryString } from '../../api/client';
import type { CustomerFilter, Scope } from '../../api/types';

/** The address of the customers behind a figure: the report's scope and what singles them out. */
export function customersBehind(scope: Scope, filter: CustomerFilter): string {
  return `/customers${queryString({ ...scope, compare: undefined, ...filter })}`;
}
