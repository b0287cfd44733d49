import type { Freshness } from '../api/types';

export type FreshnessState = 'building' | 'stale' | 'behind' | 'fresh';

/** Figures this old say so: a host that follows is a second or two behind. */
const mostSeconds = 60;

/** How the figures are; `sinceSeconds` is how long ago the host was asked, for it may not answer any longer. */
export function freshnessState({ building, ageSeconds, behind }: Pick<Freshness, 'building' | 'ageSeconds' | 'behind'>, sinceSeconds: number): FreshnessState {
  if (building) return 'building';
  if ((ageSeconds ?? 0) + sinceSeconds > mostSeconds) return 'stale';
  return behind > 0 ? 'behind' : 'fresh';
}
