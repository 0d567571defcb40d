import i18next, { type i18n, type TFunction } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { EventWords } from '#domain/events/words/event-words.ts';
import { ownValue } from '#kernel/own-value.ts';
import { cataloguesOf } from './catalogues.ts';
import { keepPreference, preferenceKeys, readPreference } from './client/preferences.ts';
import { codeGroups, withCodeWords } from './code-words.ts';
import { isolatedIn, joinedPrefixes } from './isolate.ts';

/** The languages of every screen, each by its own name. */
export const languages = { en: 'English', es: 'Español', he: 'עברית' } as const;
/** A language in which every screen exists. */
export type Language = keyof typeof languages;

type Catalogue = { readonly [key: string]: unknown };
const catalogues = import.meta.glob<Catalogue>('./locales/*/*.json', { import: 'default' });

/** Words of events: of the domain, since the record handed out has the same. */
const eventWords: Readonly<Record<Language, () => Promise<EventWords>>> = {
  en: () => import('#domain/events/words/en.ts').then(({ words }) => words),
  es: () => import('#domain/events/words/es.ts').then(({ words }) => words),
  he: () => import('#domain/events/words/he.ts').then(({ words }) => words),
};

const loader = {
  type: 'backend' as const,
  init() {},
  read(
    language: string,
    area: string,
    done: (error: Error | null, words: Catalogue | null) => void,
  ) {
    loadCatalogue(language, area).then(
      (words) => done(null, words),
      (error: Error) => done(error, null),
    );
  },
};

/** The words of an area in a language, those of codes with them. Fails where there is no such catalogue. */
export async function loadCatalogue(language: string, area: string): Promise<Catalogue> {
  if (area === 'events' && isLanguage(language)) return eventWords[language]();
  const load = catalogues[`./locales/${language}/${area}.json`];
  if (!load) throw new Error(`no catalogue ${language}/${area}`);
  const groups = ownValue(codeGroups, area);
  if (groups === undefined || !isLanguage(language)) return load();
  const [own, { codes }] = await Promise.all([load(), eventWords[language]()]);
  return withCodeWords(own, codes, groups);
}

/** Whether screens exist in the language. */
export function isLanguage(code: string | null | undefined): code is Language {
  return typeof code === 'string' && Object.hasOwn(languages, code);
}

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function startLanguage(): Language {
  const preferred = [readPreference(preferenceKeys.language), ...navigator.languages];
  return preferred.map((tag) => tag?.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Every text of a catalogue, after its gaps are filled. */
const spelling = {
  type: 'postProcessor' as const,
  name: 'spelling',
  process: (text: string) => joinedPrefixes(text),
};

/** Loads the shell's catalogue in a language; areas follow when their screens open. */
export async function startWords(language: Language): Promise<i18n> {
  const words = i18next.createInstance();
  await words
    .use(loader)
    .use(initReactI18next)
    .use(spelling)
    .init({
      lng: language,
      supportedLngs: Object.keys(languages),
      ns: ['ui'],
      defaultNS: 'ui',
      postProcess: spelling.name,
      // React escapes what is markup; what fills a gap must not turn the sentence around it.
      interpolation: { escape: (text: string) => isolatedIn(readingDirection(words), text) },
      react: { useSuspense: true },
    });
  showLanguage(language);
  return words;
}

function readingDirection({ language }: i18n): 'ltr' | 'rtl' {
  return isLanguage(language) ? directionOf(language) : 'ltr';
}

/** Sets the page's language and reading direction. */
function showLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** The direction in which a language is read. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'he' ? 'rtl' : 'ltr';
}

/** Changes the language of every open screen and remembers it in this browser. */
export async function changeLanguage(words: i18n, language: Language): Promise<void> {
  await words.changeLanguage(language);
  keepPreference(preferenceKeys.language, language);
  showLanguage(language);
}

/** Words of an area, and the locale in which numbers and dates are written beside them. */
export type Words = { readonly t: TFunction; readonly language: Language; readonly locale: string };

/**
 * The words of one area (`web/ui/locales/<language>/<area>.json`). A key of another area is
 * `area:key`. The locale keeps the reader's region: `en-GB` for a British browser in English.
 */
export function useWords(area = 'ui'): Words {
  const { t, i18n: instance } = useTranslation(cataloguesOf(area));
  const language = isLanguage(instance.language) ? instance.language : 'en';
  return useMemo(() => {
    const locale = navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
    return { t, language, locale };
  }, [t, language]);
}

/** What events, their facts and the codes in them are called. */
export function useEventWords(): EventWords {
  const { i18n: instance } = useTranslation('events');
  const language = isLanguage(instance.language) ? instance.language : 'en';
  return instance.getResourceBundle(language, 'events') as EventWords;
}
