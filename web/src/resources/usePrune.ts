import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { PruneAnswer } from '../api/types';

/** From where on somebody is without value, as the API takes it. */
export type PruneLimits = { months?: number; maxOrders?: number; maxNetSales?: number; withSuppressed?: boolean };

export const usePruneList = (limits: PruneLimits, page: number) =>
  useQuery({
    queryKey: ['prune', limits, page],
    queryFn: ({ signal }) => take(api.GET('/api/v1/customers/prune', { params: { query: { ...limits, page } }, signal })) as Promise<PruneAnswer>,
    placeholderData: keepPreviousData,
  });

export function usePrune() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ limits, ...body }: { limits: PruneLimits; act: 'suppress' | 'bin'; customers: number[] | null }) => take(api.POST('/api/v1/customers/prune', { params: { query: limits }, body })),
    onSuccess: () => void client.invalidateQueries(),
  });
}
