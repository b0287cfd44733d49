import { useMedia } from './useMedia';

/** Whether there is room for tables, or cards must do. */
export const useIsPhone = () => useMedia('(max-width: 767px)');
