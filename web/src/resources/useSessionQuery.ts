import { useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { api, keepAntiforgery, take } from '../api/client';
import type { Language, Session } from '../api/types';

const key = ['session'];

function remember(session: Session): Session {
  keepAntiforgery(session.antiforgery);
  return session;
}

/** Whose rows somebody sees and what they may do: answers from before a change of it are another's. */
const access = ({ user, shops, permissions }: Session) => JSON.stringify([user?.name, permissions, shops.map((shop) => shop.id)]);
const others = { predicate: (query: Query) => query.queryKey[0] !== 'session' };

/** Asked again when somebody comes back to the page: what they may do can have changed meanwhile. */
export function useSessionQuery() {
  const client = useQueryClient();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const session = remember(await take(api.GET('/api/v1/session', { signal })));
      const before = client.getQueryData<Session>(key);
      if (before && access(before) !== access(session)) queueMicrotask(() => void client.resetQueries(others));
      return session;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: 'always',
  });
}

/** Signing in, out and setting up all end in another session; what was cached belonged to the one before. */
function useNewSession<Input>(call: (input: Input) => Promise<Session>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (session) => {
      client.removeQueries(others);
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
