import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { ExchangeRate } from '../api/types';

export const useRates = () =>
  useQuery({ queryKey: ['rates'], queryFn: ({ signal }) => take(api.GET('/api/v1/rates', { signal })) });

export function useSetRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ExchangeRate) => take(api.PUT('/api/v1/rates', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rates'] }),
  });
}

export function useDeleteRate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ currency, day }: ExchangeRate) => take(api.DELETE('/api/v1/rates/{currency}/{day}', { params: { path: { currency, day } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rates'] }),
  });
}
