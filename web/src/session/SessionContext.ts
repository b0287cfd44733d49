import { createContext, use } from 'react';
import type { Permission, Session } from '../api/types';

export const SessionContext = createContext<Session | null>(null);

/** Who is here and what the installation is; only pages behind the session's loading may ask. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('A page asked for the session before it was loaded.');
  return session;
}

/** Whether the signed-in user may do something; pages hide what they may not. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
