import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { ServiceLevel } from '../api/types';
import { useCan } from '../session/SessionContext';

export function useServiceLevels() {
  const enabled = useCan()('customersRead');
  return useQuery({ queryKey: ['service-levels'], queryFn: ({ signal }) => take(api.GET('/api/v1/service-levels', { signal })) as Promise<{ levels: { levels: ServiceLevel[] }; version: string }>, enabled });
}

export function useSaveServiceLevels() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ levels, version }: { levels: ServiceLevel[]; version: string }) => take(api.PUT('/api/v1/service-levels', { body: { levels }, params: { header: { 'If-Match': `"${version}"` } } })),
    onSuccess: () => Promise.all(['service-levels', 'customers', 'customer'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
