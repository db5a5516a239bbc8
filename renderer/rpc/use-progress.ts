import { useSyncExternalStore } from 'react';
import { useEngine } from './engine-context.tsx';
import type { ProgressEvent } from './progress.ts';

/** How far `task` of one store is, as last heard; null: never heard. */
export function useProgress(task: ProgressEvent['task'], storeId: string): ProgressEvent | null {
  const { progress } = useEngine();
  return useSyncExternalStore(progress.onChange, () => progress.current.get(`${task} ${storeId}`) ?? null);
}
