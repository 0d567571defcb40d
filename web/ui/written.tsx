import { erasedMark } from '#domain/privacy/data-kinds.ts';
import { useWords } from './words.ts';

/** What somebody wrote or said; where it was erased, that in the reader's language. */
export function Written({ words }: { readonly words: string }) {
  const { t } = useWords();
  if (words.trim() !== erasedMark) return words;
  return <em>{t('ui:erased')}</em>;
}
