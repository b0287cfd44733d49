import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { FileReading } from '../api/types';

export const useImports = () =>
  useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam, signal }) => take(api.GET('/api/v1/imports', { params: { query: { cursor: pageParam, limit: 25 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const useImport = (id: number | null) =>
  useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/imports/{id}', { params: { path: { id: id ?? 0 } }, signal })),
    enabled: id !== null,
  });

export type NewImport = { uploadId: string; shopId: number; reading: FileReading; saveAs?: string };

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewImport) =>
      take(api.POST('/api/v1/imports', { body, headers: { 'Idempotency-Key': `${body.uploadId}:${body.shopId}:${Date.now()}` } })),
    onSuccess: () => Promise.all(['imports', 'mappings'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/** Goes through the import without writing; what it found is asked for once its job is done. */
export const useDryRun = () =>
  useMutation({ mutationFn: (body: NewImport) => take(api.POST('/api/v1/imports/dry-run', { body })) });

export const useDryRunReport = (jobId: number, done: boolean) =>
  useQuery({
    queryKey: ['dry-run', jobId],
    queryFn: ({ signal }) => take(api.GET('/api/v1/jobs/{id}/dry-run', { params: { path: { id: jobId } }, signal })),
    enabled: done,
    staleTime: Infinity,
  });

export function useUndoImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

export const useMappings = () =>
  useQuery({ queryKey: ['mappings'], queryFn: ({ signal }) => take(api.GET('/api/v1/mappings', { signal })) });

export function useDeleteMapping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => take(api.DELETE('/api/v1/mappings/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['mappings'] }),
  });
}

export function useLoadDemo() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => take(api.POST('/api/v1/demo', { body: { customers: 20_000, years: 3, seed: 1 } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

export const useReread = () =>
  useMutation({
    mutationFn: ({ id, reading }: { id: string; reading: FileReading }) =>
      take(api.POST('/api/v1/uploads/{id}/preview', { params: { path: { id } }, body: { reading } })),
  });

export const useFields = () =>
  useQuery({ queryKey: ['fields'], queryFn: ({ signal }) => take(api.GET('/api/v1/fields', { signal })), staleTime: Infinity });

export const usePresets = () =>
  useQuery({ queryKey: ['presets'], queryFn: ({ signal }) => take(api.GET('/api/v1/presets', { signal })), staleTime: Infinity });
