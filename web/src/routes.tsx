import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import type { Permission } from './api/types';
import { PageError } from './shell/PageError';
import { NotFound } from './shell/NotFound';
import { Guard } from './session/Guard';
import { Home } from './session/Home';
import { Needs } from './session/Needs';
import { Shell } from './shell/Shell';

type Page = { default: React.ComponentType };
const page = (load: () => Promise<Page>) => async () => ({ Component: (await load()).default });
const behind = (permission: Permission, children: RouteObject[]): RouteObject => ({
  element: <Needs permission={permission} />,
  children,
});

/** Every page, in the order of the data, each a file of its own that loads when it is first opened. */
const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  behind('reportsRead', [
    { path: 'today', lazy: page(() => import('./pages/today/TodayPage')) },
    { path: 'insights/overview', lazy: page(() => import('./pages/analytics/OverviewPage')) },
    { path: 'insights/grid', lazy: page(() => import('./pages/analytics/GridPage')) },
    { path: 'insights/rfm', lazy: page(() => import('./pages/analytics/RfmPage')) },
    { path: 'insights/rankings', lazy: page(() => import('./pages/analytics/RankingsPage')) },
    { path: 'insights/touches', lazy: page(() => import('./pages/analytics/TouchesPage')) },
    { path: 'insights/rhythm', lazy: page(() => import('./pages/analytics/RhythmPage')) },
  ]),
  behind('customersRead', [
    { path: 'customers', lazy: page(() => import('./pages/customers/CustomersPage')) },
    { path: 'customers/bin', lazy: page(() => import('./pages/customers/BinPage')) },
    { path: 'customers/prune', lazy: page(() => import('./pages/customers/PrunePage')) },
    { path: 'customers/duplicates', lazy: page(() => import('./pages/customers/DuplicatesPage')) },
    { path: 'customers/:id', lazy: page(() => import('./pages/customers/CustomerPage')) },
  ]),
  behind('importsRead', [
    { path: 'data/imports', lazy: page(() => import('./pages/connect/ImportsPage')) },
    { path: 'data/exports', lazy: page(() => import('./pages/exports/ExportsPage')) },
    { path: 'data/mappings', lazy: page(() => import('./pages/connect/MappingsPage')) },
    { path: 'data/imports/:id', lazy: page(() => import('./pages/connect/ImportPage')) },
  ]),
  behind('importsRun', [{ path: 'data/imports/new', lazy: page(() => import('./pages/connect/NewImportPage')) }]),
  behind('settingsRead', [{ path: 'settings/:section?', lazy: page(() => import('./pages/settings/SettingsPage')) }]),
  { path: '*', element: <NotFound /> },
];

export const router = createBrowserRouter([
  {
    element: <Outlet />,
    errorElement: <PageError />,
    HydrateFallback: () => null,
    children: [
      { path: 'signin', lazy: page(() => import('./pages/access/SignInPage')) },
      { path: 'setup', lazy: page(() => import('./pages/access/SetUpPage')) },
      { element: <Guard />, children: [{ element: <Shell />, errorElement: <PageError />, children: [{ errorElement: <PageError />, children: pages }] }] },
    ],
  },
]);
