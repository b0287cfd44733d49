import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { CustomerView, ViewPeriod } from '../api/types';
import type { CustomerQuery } from './useCustomers';

/** What a view keeps besides the list's query. */
export type ViewWriting = { name: string; isShared: boolean; columns: string[] | null; period: ViewPeriod | null };

export const useViews = () => useQuery({ queryKey: ['views'], queryFn: ({ signal }) => take(api.GET('/api/v1/customers/views', { signal })) });

function useChange<Body, Answer>(change: (body: Body) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }) });
}

export const useAddView = () =>
  useChange(({ query, body }: { query: CustomerQuery; body: ViewWriting }) => take(api.POST('/api/v1/customers/views', { params: { query }, body })));

export const useReplaceView = () =>
  useChange(({ view, query, body }: { view: CustomerView; query: CustomerQuery; body: ViewWriting }) =>
    take(api.PUT('/api/v1/customers/views/{id}', { params: { path: { id: view.id }, query, header: { 'If-Match': `"${view.version}"` } }, body })));

export const useDeleteView = () => useChange((id: number) => take(api.DELETE('/api/v1/customers/views/{id}', { params: { path: { id } } })));
