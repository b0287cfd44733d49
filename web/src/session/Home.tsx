import { Navigate } from 'react-router';
import { useCan } from './SessionContext';

/** The first page that the role may see. */
export function Home() {
  const can = useCan();
  return <Navigate to={can('reportsRead') ? '/today' : '/customers'} replace />;
}
