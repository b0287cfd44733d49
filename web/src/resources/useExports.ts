import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { ExportRequest, ExportRow, Words } from '../api/types';
import type { CustomerQuery } from './useCustomers';

/** What may be taken out, by this user. */
export const useExportTables = () =>
  useQuery({ queryKey: ['export-tables'], queryFn: ({ signal }) => take(api.GET('/api/v1/exports/tables', { signal })), staleTime: Infinity });

export const useExports = () =>
  useInfiniteQuery({
    queryKey: ['exports'],
    queryFn: ({ pageParam, signal }) => take(api.GET('/api/v1/exports', { params: { query: { cursor: pageParam, limit: 25 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });

export type ExportQuery = Omit<CustomerQuery, 'sort' | 'page' | 'limit'>;

export function useStartExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, query }: { body: ExportRequest; query: ExportQuery }) => take(api.POST('/api/v1/exports', { body, params: { query } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}

/** The browser fetches it with the session's cookie. */
export const exportFile = (id: number) => `/api/v1/exports/${id}/file`;

/** The name of a table in the reader's language; its key until the names are there. */
export function useTableName() {
  const { data } = useExportTables();
  return (key: string, language: keyof Words) => data?.find((table) => table.key === key)?.name[language] ?? key;
}

export const isUnderWay = (row: ExportRow) => row.state === 'waiting' || row.state === 'running';
