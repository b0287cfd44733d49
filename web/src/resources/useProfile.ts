import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../api/client';
import type { ConsentView } from '../api/types';

type Way = Pick<ConsentView, 'channel' | 'purpose'>;

/** What is written of a customer changes their page, lists and reports. */
function useWrite<Body, Answer>(write: (body: Body) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSuccess: () => void client.invalidateQueries() });
}

export const useWriteProfile = (id: number) =>
  useWrite((edits: { attribute: string; text: string }[]) => take(api.POST('/api/v1/customers/{id}/edits', { params: { path: { id } }, body: { edits, evidence: null } })));

/** Writes by what the customer is recognised, of one piece of their evidence. */
export const useWriteEvidence = (id: number) =>
  useWrite(({ evidence, ...edit }: { attribute: string; text: string; evidence: number }) => take(api.POST('/api/v1/customers/{id}/edits', { params: { path: { id } }, body: { edits: [edit], evidence } })));

/** Makes the address that an order went to the customer's. */
export const useTakeAddress = (id: number) =>
  useWrite((order: number) => take(api.POST('/api/v1/customers/{id}/receivers/{order}/take', { params: { path: { id, order } } })));

export const useTakeBack = () => useWrite((act: string) => take(api.DELETE('/api/v1/customers/edits/{act}', { params: { path: { act } } })));

export const useDeclareConsent = (id: number) =>
  useWrite((said: Way & { proof: string; at: string | null }) => take(api.POST('/api/v1/customers/{id}/consents', { params: { path: { id } }, body: said })));

export const useWithdrawConsent = (id: number) =>
  useWrite((said: Partial<Way>) => take(api.POST('/api/v1/customers/{id}/withdrawals', { params: { path: { id } }, body: { channel: said.channel ?? null, purpose: said.purpose ?? null, how: null } })));
