import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { LimitValues } from '../api/types';

export const useGridLimits = (shop: number | null) =>
  useQuery({
    queryKey: ['limits', shop],
    queryFn: ({ signal }) => take(api.GET('/api/v1/grid/limits', { params: { query: shop ? { shop: String(shop) } : {} }, signal })),
  });

export function useSetGridLimits() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: LimitValues & { shopId: number | null; validFrom: string }) => take(api.PUT('/api/v1/grid/limits', { body })),
    onSuccess: () =>
      Promise.all(['limits', 'report', 'customers', 'customer'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
