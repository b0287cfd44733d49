import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { Scope } from '../api/types';
import type { Grain, MoneyBasis, ProductSort, RfmAnswer } from '../api/types';

/** Reports keep the answer before on the page while the next one comes, so that filters never make it jump. */
const placeholderData = keepPreviousData;

export const useOverview = (query: Scope & { grain?: Grain }) =>
  useQuery({
    queryKey: ['report', 'overview', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/overview', { params: { query }, signal })),
    placeholderData,
  });

export const useGrid = (query: Scope & { compareAsOf?: string }) =>
  useQuery({
    queryKey: ['report', 'grid', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/grid', { params: { query }, signal })),
    placeholderData,
  });

export const useGridFlows = (query: Scope & { before?: string }) =>
  useQuery({
    queryKey: ['report', 'grid', 'flows', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/grid/flows', { params: { query }, signal })),
    placeholderData,
    enabled: query.before !== undefined,
  });

export const useRfm = (query: Scope & { basis?: MoneyBasis }) =>
  useQuery({
    queryKey: ['report', 'rfm', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rfm', { params: { query }, signal })) as Promise<RfmAnswer>,
    placeholderData,
  });

export const useTouches = (query: Scope) =>
  useQuery({
    queryKey: ['report', 'touches', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/touches', { params: { query }, signal })),
    placeholderData,
  });

export const useHistogram = (kind: 'recency' | 'frequency', query: Scope) =>
  useQuery({
    queryKey: ['report', 'histogram', kind, query],
    queryFn: ({ signal }) => take(api.GET(`/api/v1/histograms/${kind}`, { params: { query }, signal })),
    placeholderData,
  });

export const useCustomerRanking = (query: Scope & { by?: string; limit?: number }, enabled: boolean) =>
  useQuery({
    queryKey: ['report', 'rankings', 'customers', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rankings/customers', { params: { query }, signal })),
    placeholderData,
    enabled,
  });

export const useProductRanking = (query: Scope & { by?: ProductSort; limit?: number }, enabled: boolean) =>
  useQuery({
    queryKey: ['report', 'rankings', 'products', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/rankings/products', { params: { query }, signal })),
    placeholderData,
    enabled,
  });

export const useToday = () =>
  useQuery({
    queryKey: ['report', 'today'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/today', { signal })),
    refetchInterval: 60_000,
  });
