import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keepAntiforgery, take } from '../api/client';
import type { Language, Session } from '../api/types';

const key = ['session'];

function remember(session: Session): Session {
  keepAntiforgery(session.antiforgery);
  return session;
}

export function useSessionQuery() {
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => remember(await take(api.GET('/api/v1/session', { signal }))),
    staleTime: Infinity,
  });
}

/** Signing in, out and setting up all end in another session; what was cached belonged to the one before. */
function useNewSession<Input>(call: (input: Input) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      client.setQueryData(key, remember(session));
    },
  });
}

export const useSignIn = () =>
  useNewSession((body: { name: string; password: string }) => take(api.POST('/api/v1/session', { body })));

export type SetUp = {
  token: string;
  owner: { name: string; password: string };
  shop: { name: string; timeZone: string; currency: string };
  language: Language;
};
export const useSetUp = () => useNewSession((body: SetUp) => take(api.POST('/api/v1/setup', { body })));

export const useSignOut = () =>
  useNewSession(async () => {
    await take(api.DELETE('/api/v1/session'));
    return take(api.GET('/api/v1/session'));
  });

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: { current: string; next: string }) => take(api.PUT('/api/v1/session/password', { body })),
  });

export const saveLanguage = (language: Language) =>
  take(api.PUT('/api/v1/session/language', { body: { language } }));
