import { useSyncExternalStore } from 'react';

const narrow = () => window.matchMedia('(max-width: 767px)');

function subscribe(onChange: () => void) {
  const media = narrow();
  media.addEventListener('change', onChange);
  return () => media.removeEventListener('change', onChange);
}

/** Whether there is room for tables, or cards must do. */
export const useIsPhone = () => useSyncExternalStore(subscribe, () => narrow().matches);
