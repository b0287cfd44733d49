import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CustomerFilter } from '../../api/types';
import type { Sort } from '../../parts/DataTable';
import { useScope } from '../../scope/useScope';
import { readFilter, writeFilter } from './filter';

const limits = [25, 50, 100];

/** All that the list shows, kept in the address: filter, scope, sort, page. */
export function useCustomerList() {
  const { scope, query: scopeQuery, setScope } = useScope('life');
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  const order = params.get('sort') ?? '-netSales';
  const sort: Sort = { key: order.replace(/^-/, ''), descending: order.startsWith('-') };
  const page = Math.max(1, Number(params.get('page')) || 1);
  const limit = limits.find((each) => each === Number(params.get('limit'))) ?? 50;
  const who = useMemo(() => ({ ...filter, ...scopeQuery, compare: undefined }), [filter, scopeQuery]);
  const query = useMemo(() => ({ ...who, sort: order, page, limit }), [who, order, page, limit]);
  const put = (patch: Record<string, string | null>) =>
    setParams((current) => {
      const next = new URLSearchParams(current);
      for (const [key, value] of Object.entries(patch)) {
        if (value === null) next.delete(key);
        else next.set(key, value);
      }
      return next;
    });
  return {
    scope, setScope, filter, sort, page, limit, who, query,
    setFilter: (next: CustomerFilter) => setParams((current) => writeFilter(current, next)),
    setSort: (next: Sort) => put({ sort: `${next.descending ? '-' : ''}${next.key}`, page: null }),
    setPage: (nextPage: number, nextLimit: number) =>
      put({ page: nextPage === 1 || nextLimit !== limit ? null : String(nextPage), limit: nextLimit === 50 ? null : String(nextLimit) }),
    columns: params.get('columns')?.split(',') ?? null,
    setColumns: (keys: string[]) => put({ columns: keys.join(',') }),
  };
}
