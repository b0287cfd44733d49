import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import { problemOf } from '../api/problem';
import type { Definitions } from '../api/types';

export const useShops = () =>
  useQuery({ queryKey: ['shops'], queryFn: ({ signal }) => take(api.GET('/api/v1/shops', { signal })) });

type ShopFields = { name: string; timeZone: string; platform?: string };

export function useSaveShop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: ShopFields & { id: number | null }) =>
      id === null ? take(api.POST('/api/v1/shops', { body })) : take(api.PUT('/api/v1/shops/{id}', { params: { path: { id } }, body })),
    onSuccess: () => Promise.all(['shops', 'session', 'report'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

export type VersionedDefinitions = { definitions: Definitions; etag: string };

/** The counting rules with the version they were read at, so that two people cannot overwrite each other unseen. */
export const useDefinitions = () =>
  useQuery({
    queryKey: ['definitions'],
    queryFn: async ({ signal }): Promise<VersionedDefinitions> => {
      const { data, error, response } = await api.GET('/api/v1/definitions', { signal });
      if (!data) throw problemOf(response.status, error);
      return { definitions: data as Definitions, etag: response.headers.get('ETag') ?? '' };
    },
  });

export function useSaveDefinitions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ definitions, etag }: VersionedDefinitions) =>
      take(api.PUT('/api/v1/definitions', { body: definitions, headers: etag ? { 'If-Match': etag } : {} })),
    onSettled: () => Promise.all(['definitions', 'report', 'customers', 'customer'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
