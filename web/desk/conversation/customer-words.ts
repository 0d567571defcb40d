import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, isLanguage, type Language, loadCatalogue, useWords } from '#web/ui/words.ts';

/** The script in the customer's language, with what is needed to show it right. */
export type CustomerWords = {
  readonly t: TFunction;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** False until the catalogue of that language has come. */
  readonly isReady: boolean;
};

/** Words of `script.json` in the language a customer speaks; the reader's own when it is not ours. */
export function useCustomerWords(code: string | null): CustomerWords {
  const { i18n } = useTranslation();
  const own = useWords().language;
  const language = isLanguage(code) ? code : own;
  const [, setCome] = useState<Language | null>(null);
  const isReady = i18n.hasResourceBundle(language, 'script');
  useEffect(() => {
    if (isReady) return;
    loadCatalogue(language, 'script').then(
      (words) => {
        i18n.addResourceBundle(language, 'script', words);
        setCome(language);
      },
      () => undefined,
    );
  }, [i18n, language, isReady]);
  return {
    t: i18n.getFixedT(language, 'script'),
    language,
    direction: directionOf(language),
    isReady,
  };
}
