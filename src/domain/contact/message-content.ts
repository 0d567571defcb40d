import type { Content } from '#domain/gate/facts/proposed-facts.ts';

/** What the words of a message show, by language; what a language cannot tell is left out. */
type Signs = {
  readonly debt: RegExp;
  readonly optOut: RegExp;
  readonly disclosure: RegExp;
};

const signs: Readonly<Record<string, Signs>> = {
  en: {
    debt: /\b(debts?|owed?|owing|overdue|past due|arrears|outstanding|unpaid|balance|amount due)\b/iu,
    optOut: /\b(stop|unsubscribe|opt[ -]?out|no (more|longer)|do not (wish|want))\b/iu,
    disclosure: /(collect|collection of|recover) (a|your|this|the)?\s*debt|debt collect(or|ion)/iu,
  },
  es: {
    debt: /\b(deudas?|adeud\w+|vencid\w+|impagad\w+|saldo|atras\w+)\b/iu,
    optOut: /\b(stop|baja|no (desea|quiere|enviaremos)|dejar de recibir)\b/iu,
    disclosure: /cobr\w+ (de )?(una|la|su|esta)?\s*deuda|cobrador de deudas/iu,
  },
  he: {
    debt: /חוב|פיגור|יתרה|לא שולם/u,
    optOut: /הסר|להפסיק|לא נשלח|stop/iu,
    disclosure: /(לגבות|גביית) (את ה)?חוב/u,
  },
};

/** What contradicts in a message: the field of its content, and that the words say otherwise. */
export type ContentProblem = { readonly path: string; readonly message: 'words-say-otherwise' };

const signsOf = (lang: string) => signs[lang.slice(0, 2).toLowerCase()];

/** What is declared of a message, with what its words show where nothing was declared. */
export function contentOf(words: string, lang: string, declared: Content): Content {
  const shown = signsOf(lang);
  if (!shown || typeof declared.mentions_debt === 'boolean') return declared;
  return { ...declared, mentions_debt: shown.debt.test(words) || shown.disclosure.test(words) };
}

/**
 * Where the words say otherwise than what is declared of them: a debt that is not to be mentioned, a
 * notice how to stop or a disclosure that is not there. Empty for a language that is not read.
 */
export function contentProblems(words: string, lang: string, declared: Content): ContentProblem[] {
  const shown = signsOf(lang);
  if (!shown) return [];
  const { mentions_debt, optout_notice, debt_collector_disclosure: disclosure } = declared;
  const tells = shown.debt.test(words) || shown.disclosure.test(words);
  const wrong = [
    ...(mentions_debt === false && tells ? ['mentions_debt'] : []),
    ...(optout_notice === true && !shown.optOut.test(words) ? ['optout_notice'] : []),
    ...(disclosure && disclosure !== 'none' && !shown.disclosure.test(words)
      ? ['debt_collector_disclosure']
      : []),
    ...(declared.confirms_optout === true && tells ? ['confirms_optout'] : []),
  ];
  return wrong.map((field) => ({ path: `content.${field}`, message: 'words-say-otherwise' }));
}
