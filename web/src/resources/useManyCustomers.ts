import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { ConsentView } from '../api/types';
import type { CustomerQuery } from './useCustomers';

/** Some customers by their numbers, or all whom a filter matches. */
export type Many = { customers: number[] | null; query: CustomerQuery };

function useMany<Body, Answer>(act: (body: Body) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => void client.invalidateQueries() });
}

const asked = ({ customers, query }: Many) => ({ params: { query: customers ? {} : query } });

export const useWriteProfiles = () =>
  useMany(({ many, edits }: { many: Many; edits: { attribute: string; text: string }[] }) => take(api.POST('/api/v1/customers/edits', { ...asked(many), body: { customers: many.customers, edits } })));

export const useDeclareConsents = () =>
  useMany(({ many, said }: { many: Many; said: Pick<ConsentView, 'channel' | 'purpose'> & { proof: string; at: string | null } }) =>
    take(api.POST('/api/v1/customers/consents', { ...asked(many), body: { customers: many.customers, said } })));

export const useBin = (page: number) => useQuery({ queryKey: ['bin', page], queryFn: ({ signal }) => take(api.GET('/api/v1/customers/bin', { params: { query: { page } }, signal })) });

export const useMoveToBin = () => useMany((many: Many) => take(api.POST('/api/v1/customers/bin', { ...asked(many), body: { customers: many.customers } })));

export const useRestore = () => useMany((customers: number[]) => take(api.POST('/api/v1/customers/bin/restore', { body: { customers } })));

export const useErase = () => useMany(({ customers, confirm }: { customers: number[]; confirm: string }) => take(api.POST('/api/v1/customers/erasures', { body: { customers, confirm } })));
