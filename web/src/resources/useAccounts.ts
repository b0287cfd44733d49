import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { AuditAction, Role } from '../api/types';

export const useUsers = () =>
  useQuery({ queryKey: ['users'], queryFn: ({ signal }) => take(api.GET('/api/v1/users', { signal })) });

/** A change to one list, after which the list is asked for anew. */
function useChange<Input, Output>(key: string, call: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: call, onSuccess: () => client.invalidateQueries({ queryKey: [key] }) });
}

/** What somebody may do, and whose rows they see: null is all shops. */
type Access = { role: Role; shops: number[] | null };

const path = (id: number) => ({ path: { id } });

export const useAddUser = () =>
  useChange('users', (body: { name: string; password: string } & Access) => take(api.POST('/api/v1/users', { body })));
export const useChangeAccess = () =>
  useChange('users', ({ id, ...body }: { id: number } & Access) => take(api.PUT('/api/v1/users/{id}', { params: path(id), body })));
export const useResetPassword = () =>
  useChange('users', ({ id, password }: { id: number; password: string }) =>
    take(api.POST('/api/v1/users/{id}/password', { params: path(id), body: { password } })));
export const useRemoveUser = () => useChange('users', (id: number) => take(api.DELETE('/api/v1/users/{id}', { params: path(id) })));

export const useTokens = () =>
  useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => take(api.GET('/api/v1/tokens', { signal })) });
export const useCreateToken = () =>
  useChange('tokens', (body: { name: string } & Access) => take(api.POST('/api/v1/tokens', { body })));
export const useRevokeToken = () => useChange('tokens', (id: number) => take(api.DELETE('/api/v1/tokens/{id}', { params: path(id) })));

export const useAudit = (action: AuditAction | undefined) =>
  useInfiniteQuery({
    queryKey: ['audit', action],
    queryFn: ({ pageParam, signal }) => take(api.GET('/api/v1/audit', { params: { query: { cursor: pageParam, limit: 50, action } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
