import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import en from 'antd/es/locale/en_GB';
import zh from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Problem } from './api/problem';
import { useLanguage } from './i18n';
import { router } from './routes';
import { SessionGate } from './session/SessionGate';
import { ThemeProvider } from './theme/ThemeProvider';

/** Refusals stay refusals; a ledger that is being built is waited for, because it tells when it is done by answering. */
function shouldRetry(failures: number, error: Error): boolean {
  if (!(error instanceof Problem)) return failures < 2;
  if (error.code === 'ledger_building') return failures < 30;
  return error.status >= 500 && failures < 2;
}

/** A session that ended elsewhere, and rights that were taken away, show at the next question: ask who we are, and the gate does the rest. */
function askWhoWeAre(error: Error) {
  if (error instanceof Problem && [401, 403, 404].includes(error.status)) void client.invalidateQueries({ queryKey: ['session'] });
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => { if (query.queryKey[0] !== 'session') askWhoWeAre(error); } }),
  mutationCache: new MutationCache({ onError: askWhoWeAre }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: shouldRetry,
      retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 4_000),
    },
  },
});

export function App() {
  const language = useLanguage();
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb');
  }, [language]);
  return (
    <ThemeProvider locale={language === 'zh' ? zh : en}>
      <QueryClientProvider client={client}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
