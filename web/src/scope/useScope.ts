import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useSession } from '../session/SessionContext';
import { readScope, scopeQuery, seenShops, writeScope, type PeriodKey, type Scope } from './scope';

/** The scope of a report, kept in the address so that any view can be shared. */
export function useScope(defaultPeriod: PeriodKey) {
  const { today, shops } = useSession();
  const [params, setParams] = useSearchParams();
  const scope = useMemo(() => readScope(params, defaultPeriod), [params, defaultPeriod]);
  const query = useMemo(() => scopeQuery({ ...scope, shops: seenShops(scope, shops) }, today), [scope, shops, today]);
  const setScope = useCallback(
    (patch: Partial<Scope>) =>
      setParams((current) => {
        const next = writeScope(current, { ...readScope(current, defaultPeriod), ...patch }, defaultPeriod);
        next.delete('page');
        return next;
      }),
    [setParams, defaultPeriod],
  );
  return { scope, query, setScope, asOf: scope.asOf ?? today };
}
