import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from './SessionContext';

/** Sends who is not signed in to sign in, and an empty installation to its set-up. */
export function Guard() {
  const { user, setUpNeeded } = useSession();
  const location = useLocation();
  if (setUpNeeded) return <Navigate to={`/setup${location.hash}`} replace />;
  if (!user) return <Navigate to={`/signin?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  return <Outlet />;
}
