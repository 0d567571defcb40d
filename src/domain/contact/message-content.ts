import { isReadable, languageCode, tellsOfDebt } from '#domain/gate/debt-words.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import { ownValue } from '#kernel/own-value.ts';
import { wordsBeyond } from './limited-words.ts';
import { announcesSuit, askedOfOptOut } from './words-against.ts';

/** What the words of a message show beside a debt, by language. */
type Signs = {
  readonly optOut: RegExp;
  readonly disclosure: RegExp;
};

const signs: Readonly<Record<string, Signs>> = {
  en: {
    optOut: /\b(stop|unsubscribe|opt[ -]?out|no (more|longer)|do not (wish|want))\b/iu,
    disclosure: /(collect|collection of|recover) (a|your|this|the)?\s*debt|debt collect(or|ion)/iu,
  },
  es: {
    optOut: /\b(stop|baja|no (desea|quiere|enviaremos)|dejar de recibir)\b/iu,
    disclosure: /cobr\w+ (de )?(una|la|su|esta)?\s*deuda|cobrador de deudas/iu,
  },
  he: {
    optOut: /הסר|להפסיק|לא נשלח|stop/iu,
    disclosure: /(לגבות|גביית) (את ה)?חוב/u,
  },
  fr: {
    optOut: /\b(stop|désinscri\w*|désabonn\w*|n['’]enverrons plus|ne (souhaitez|voulez) plus)/iu,
    disclosure: /recouvr\w+ (d['’]une|de la|de votre|une|la|votre) (dette|créance)/iu,
  },
  de: {
    optOut: /\b(stopp?|abmelden|abbestellen|keine (nachrichten|weiteren)|nicht mehr)\b/iu,
    disclosure: /(schuld|forderung)\w* (einzuziehen|einziehen|beizutreiben)|inkasso/iu,
  },
  it: {
    optOut: /\b(stop|disiscri\w*|cancella\w*|non invieremo|non desidera)/iu,
    disclosure: /(recuper\w+|riscossione) (di |del |un |il |suo )*(debito|credito)/iu,
  },
  pt: {
    optOut: /\b(stop|pare|sair|cancelar|não enviaremos|não (deseja|quer))/iu,
    disclosure: /cobr\w+ (de )?(uma|a|sua|da|esta)?\s*dívida/iu,
  },
  nl: {
    optOut: /\b(stop|afmelden|uitschrijven|geen berichten|niet meer)\b/iu,
    disclosure: /(schuld|vordering)\w* (te )?(innen|incasseren)|incasso/iu,
  },
};

/**
 * What is wrong with what is declared of a message: the words say otherwise, or nobody can read them
 * and a person has to say what they contain.
 */
export type ContentProblem = {
  readonly path: string;
  readonly message: 'words-say-otherwise' | 'words-not-read';
};

/** Words with their language, BCP 47, and whether a person declares what they say. */
export type WrittenWords = {
  readonly words: string;
  readonly lang: string;
  readonly declaredBy: 'person' | 'machine';
};

/**
 * What is declared of a message, with what its words show where nothing was declared: they are about
 * a debt unless each of them is known to say nothing of one.
 */
export function contentOf({ words, lang }: WrittenWords, declared: Content): Content {
  const told = typeof declared.mentions_debt === 'boolean';
  const language = declared.language ?? lang;
  const against = shownAgainst(words, lang, declared);
  const given = { ...declared, language, ...disclosureLanguage(words, declared), ...against };
  if (told) return given;
  const beyond = wordsBeyond(words, lang);
  return { ...given, mentions_debt: beyond === null || beyond.length > 0 };
}

/** A suit and demands on whoever wants no more messages, where the words say them and nobody told. */
function shownAgainst(words: string, lang: string, declared: Content): Content {
  const shown = ownValue(signs, languageCode(lang)) ?? signs['en'];
  const asked =
    shown && !declared.optout_requires?.length ? askedOfOptOut(words, shown.optOut) : [];
  return {
    ...(asked.length > 0 ? { optout_requires: asked } : {}),
    ...suitIn(words, lang, declared),
  };
}

/** Whether the words announce a suit; words that nobody can read say so, or nobody knows. */
function suitIn(words: string, lang: string, { threatens_suit }: Content): Content {
  if (typeof threatens_suit === 'boolean') return {};
  if (announcesSuit(words)) return { threatens_suit: true };
  return isReadable(words, lang) ? { threatens_suit: false } : {};
}

/** The language in which a disclosure stands in the words, where there is one. */
function disclosureLanguage(words: string, declared: Content): Content {
  const found = Object.keys(signs).find((code) => ownValue(signs, code)?.disclosure.test(words));
  if (found === undefined || typeof declared.disclosure_language === 'string') return {};
  return { disclosure_language: found };
}

/**
 * Where the words say otherwise than what is declared of them: a debt that is not to be mentioned, a
 * notice how to stop or a disclosure that is not there. What we cannot read goes out only when a
 * person declared whether a debt is mentioned.
 */
export function contentProblems(text: WrittenWords, declared: Content): ContentProblem[] {
  const { words, lang, declaredBy } = text;
  const { mentions_debt, optout_notice, debt_collector_disclosure: disclosure } = declared;
  const shown = ownValue(signs, languageCode(lang));
  if (!shown || !isReadable(words, lang)) {
    if (declaredBy === 'person' && typeof mentions_debt === 'boolean')
      return deniedDebt(text, declared);
    return [{ path: 'content.mentions_debt', message: 'words-not-read' }];
  }
  const wrong = [
    ...(optout_notice === true && !shown.optOut.test(words) ? ['optout_notice'] : []),
    ...(disclosure && disclosure !== 'none' && !shown.disclosure.test(words)
      ? ['debt_collector_disclosure']
      : []),
  ];
  return [...deniedDebt(text, declared), ...wrong.map(saysOtherwise)];
}

const saysOtherwise = (field: string): ContentProblem => ({
  ...{ path: `content.${field}`, message: 'words-say-otherwise' },
});

/** A debt in the words of a message that is said to mention none. */
function deniedDebt({ words }: WrittenWords, declared: Content): ContentProblem[] {
  if (!tellsOfDebt(words)) return [];
  const { mentions_debt, confirms_optout } = declared;
  return [
    ...(mentions_debt === false ? ['mentions_debt'] : []),
    ...(confirms_optout === true ? ['confirms_optout'] : []),
  ].map(saysOtherwise);
}
