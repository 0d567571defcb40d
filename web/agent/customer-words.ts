import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, isLanguage, type Language, useWords } from '#web/ui/words.ts';

/** The script in the customer's language, with what is needed to show it right. */
export type CustomerWords = {
  readonly t: TFunction;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  /** False until the catalogue of that language has come. */
  readonly isReady: boolean;
};

/** Words of `script.json` in the language a customer speaks; the reader's own when it is not ours. */
export function useCustomerWords(code: string): CustomerWords {
  const { i18n } = useTranslation();
  const own = useWords().language;
  const language = isLanguage(code) ? code : own;
  const [readyIn, setReadyIn] = useState<Language | null>(null);
  useEffect(() => {
    let live = true;
    i18n
      .loadNamespaces('script')
      .then(() => i18n.loadLanguages(language))
      .then(
        () => live && setReadyIn(language),
        () => undefined,
      );
    return () => {
      live = false;
    };
  }, [i18n, language]);
  return {
    t: i18n.getFixedT(language, 'script'),
    language,
    direction: directionOf(language),
    isReady: readyIn === language,
  };
}
