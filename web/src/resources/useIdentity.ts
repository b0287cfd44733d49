import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { IdentityRules } from '../api/types';

export const useDoubts = (page: number) =>
  useQuery({
    queryKey: ['identity', 'doubts', page],
    queryFn: ({ signal }) => take(api.GET('/api/v1/identity/doubts', { params: { query: { page } }, signal })),
    placeholderData: keepPreviousData,
  });

export const useIdentityActs = () =>
  useQuery({ queryKey: ['identity', 'acts'], queryFn: ({ signal }) => take(api.GET('/api/v1/identity/acts', { signal })) });

/** The rules with the version they were read at, so that two people cannot overwrite each other unseen. */
export const useIdentityRules = () =>
  useQuery({ queryKey: ['identity', 'rules'], queryFn: ({ signal }) => take(api.GET('/api/v1/identity/rules', { signal })) });

export function useSaveIdentityRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: IdentityRules; version: string }) => take(api.PUT('/api/v1/identity/rules', { body: rules, headers: { 'If-Match': `"${version}"` } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['identity'] }),
  });
}

type Act = { act: string; customers: number[] };
type OnDone = (done: Act) => void;

/** Whatever is said about who is who changes lists, pages of customers and reports alike; who said it may be gone from the page by then. */
function useAct<T>(act: (body: T) => Promise<Act>, onDone?: OnDone) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (done) => {
      onDone?.(done);
      void client.invalidateQueries();
    },
  });
}

export const useMerge = (onDone: OnDone) => useAct((body: { one: number; other: number }) => take(api.POST('/api/v1/identity/merges', { body })), onDone);

export const useKeepApart = (onDone: OnDone) => useAct((body: { one: number; other: number }) => take(api.POST('/api/v1/identity/apart', { body })), onDone);

export const usePart = (onDone: OnDone) => useAct((body: { customer: number; evidence: number[] }) => take(api.POST('/api/v1/identity/parts', { body })), onDone);

export const useWithdraw = () => useAct((act: string) => take(api.DELETE('/api/v1/identity/acts/{act}', { params: { path: { act } } })));
