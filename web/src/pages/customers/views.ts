import type { CustomerView, ViewPeriod } from '../../api/types';
import { periodKeys } from '../../scope/scope';
import { filterKeys } from './filter';

/** What of the address a view keeps: all but the search, which names a person, and the page. */
const kept = [...filterKeys.filter((key) => key !== 'search'), 'shops', 'channels', 'period', 'from', 'to', 'asOf', 'sort', 'columns'] as const;

/** The view's part of an address, in a fixed sequence, so that two can be compared. */
const part = (params: URLSearchParams) =>
  new URLSearchParams(kept.flatMap((key) => { const value = params.get(key); return value ? [[key, value]] : []; })).toString();

/** The address of a view; the list's own order stays out of it, as in any other. */
export function viewAddress(view: CustomerView): URLSearchParams {
  const days = new Set(view.period ? ['from', 'to'] : []);
  const params = new URLSearchParams(Object.entries(view.filter).filter(([key]) => !days.has(key)));
  if (view.period) params.set('period', view.period);
  if (view.sort !== '-netSales') params.set('sort', view.sort);
  if (view.columns) params.set('columns', view.columns.join(','));
  params.set('view', String(view.id));
  return params;
}

/** Whether the address shows something else than the view it came from. */
export const isChanged = (params: URLSearchParams, view: CustomerView) => part(params) !== part(viewAddress(view));

/** Whether there is anything in the address that is worth a name. */
export const isWorthKeeping = (params: URLSearchParams) => part(params) !== '';

/** The moving period of the address: that of a whole life moves nothing. */
export function movingPeriod(params: URLSearchParams): ViewPeriod | null {
  const period = periodKeys.find((key) => key === params.get('period'));
  return period && period !== 'life' ? period : null;
}
