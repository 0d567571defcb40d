import { useCallback } from 'react';
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
