import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { CustomerAnswer, CustomerFilter, Scope, TimelineKind } from '../api/types';

export type CustomerQuery = CustomerFilter & Scope & { sort?: string; page?: number; limit?: number };

export const useCustomers = (query: CustomerQuery, enabled = true) =>
  useQuery({
    queryKey: ['customers', query],
    queryFn: ({ signal }) => take(api.GET('/api/v1/customers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });

export const useCustomer = (id: number, asOf: string | undefined) =>
  useQuery({
    queryKey: ['customer', id, asOf],
    queryFn: ({ signal }) => take(api.GET('/api/v1/customers/{id}', { params: { path: { id }, query: { asOf } }, signal })) as Promise<CustomerAnswer>,
  });

export const useTimeline = (id: number, kinds: TimelineKind[]) =>
  useInfiniteQuery({
    queryKey: ['customer', id, 'timeline', kinds],
    queryFn: ({ pageParam, signal }) =>
      take(api.GET('/api/v1/customers/{id}/timeline', { params: { path: { id }, query: { kinds: kinds.join(','), cursor: pageParam, limit: 20 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The addresses that the customer's orders went to. */
export const useReceivers = (id: number) =>
  useQuery({ queryKey: ['customer', id, 'receivers'], queryFn: ({ signal }) => take(api.GET('/api/v1/customers/{id}/receivers', { params: { path: { id } }, signal })) });

export const useReveal = (id: number) =>
  useMutation({ mutationFn: () => take(api.POST('/api/v1/customers/{id}/reveal', { params: { path: { id } } })) });
