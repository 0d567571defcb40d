import { useCallback, useEffect } from 'react';
import type { Tone } from '../theme.ts';
import { useWords } from '../words.ts';

/** Shows a short notice in the corner, announced to screen readers: `notify('good', t('saved'))`. */
export function useNotify(): (tone: Tone, message: string) => void {
  const { t } = useWords();
  return useCallback(
    (tone, message) => {
      import('../notices.tsx').then(
        ({ showNotice }) => showNotice(tone, message, t('ui:close')),
        () => undefined,
      );
    },
    [t],
  );
}

/** Closes what the work before told of as done, whenever `work` becomes another. */
export function useFreshNotices(work: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another work is what closes them
  useEffect(() => {
    import('../notices.tsx').then(
      ({ closeDoneNotices }) => closeDoneNotices(),
      () => undefined,
    );
  }, [work]);
}
