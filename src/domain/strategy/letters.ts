import type { OfficeEffect } from '#domain/cases/triggers.ts';
import { type ScriptParts, saysDisclosure } from '#domain/contact/call-script.ts';
import { formatMoney } from '#kernel/money.ts';
import { ownValue } from '#kernel/own-value.ts';
import { adviceSentence } from './free-advice.ts';
import type { OfficeWorkKind } from './office-work.ts';

/** The languages that letters are written in; a customer of another language gets English. */
export const letterLanguages = ['en', 'es', 'he'] as const;

/** One of `letterLanguages`. */
export type LetterLanguage = (typeof letterLanguages)[number];

/** The effects that tell the customer something. */
export type LetterEffect = Extract<
  OfficeEffect,
  'confirm-agreement' | 'thank' | 'offer-automatic-payment' | 'contact-before-cancelling'
>;

/** A letter as it goes out. */
export type Letter = {
  readonly language: LetterLanguage;
  /** The language that the customer prefers, where there is no letter in it; null otherwise. */
  readonly wanted: string | null;
  readonly subject: string;
  readonly words: string;
};

/** What fills a letter. `terms` are the dated parts of an agreement, amounts with their currency. */
export type LetterFacts = {
  readonly name: string;
  readonly creditor: string;
  readonly terms: readonly { readonly amount: bigint; readonly dueOn: string }[];
  readonly currency: string;
  /** Where the person lives, when free debt advice is to be named to them (M-108); else null. */
  readonly adviceIn: string | null;
  /** What the law of the place has every letter say, as that a debt is being collected. */
  readonly parts: ScriptParts;
};

type Text = { readonly subject: string; readonly words: string };

const texts: Readonly<Record<LetterEffect, Readonly<Record<LetterLanguage, Text>>>> = {
  'confirm-agreement': {
    en: {
      subject: 'What we agreed',
      words:
        'Dear {name},\nthank you for speaking with us. This confirms what we agreed about your account with {creditor}:\n{terms}\nWhile you keep to this, we take no further steps. If something changes, please tell us before the next date.',
    },
    es: {
      subject: 'Nuestro acuerdo',
      words:
        'Hola, {name}:\nGracias por hablar con nosotros. Le confirmamos lo que acordamos sobre su cuenta con {creditor}:\n{terms}\nMientras lo cumpla, no daremos más pasos. Si algo cambia, avísenos antes de la próxima fecha.',
    },
    he: {
      subject: 'מה שסיכמנו',
      words:
        'שלום {name},\nתודה ששוחחת איתנו. אנו מאשרים את מה שסיכמנו לגבי חשבונך אצל {creditor}:\n{terms}\nכל עוד ההסכם מקוים, לא ננקוט צעדים נוספים. אם משהו משתנה, נבקש להודיע לנו לפני המועד הבא.',
    },
  },
  thank: {
    en: {
      subject: 'Thank you for your payment',
      words:
        'Dear {name},\nthank you: what we agreed about your account with {creditor} has been paid as agreed.',
    },
    es: {
      subject: 'Gracias por su pago',
      words:
        'Hola, {name}:\nGracias: lo que acordamos sobre su cuenta con {creditor} se pagó según lo acordado.',
    },
    he: {
      subject: 'תודה על התשלום',
      words: 'שלום {name},\nתודה: מה שסיכמנו לגבי חשבונך אצל {creditor} שולם כפי שסוכם.',
    },
  },
  'offer-automatic-payment': {
    en: {
      subject: 'Paying automatically',
      words:
        'Dear {name},\nif you like, {creditor} can collect future payments automatically, so that no date is missed. To set this up, please call us or reply to this letter.',
    },
    es: {
      subject: 'Pago automático',
      words:
        'Hola, {name}:\nSi lo desea, {creditor} puede cobrar los próximos pagos de forma automática para que no se pase ninguna fecha. Para activarlo, llámenos o responda a esta carta.',
    },
    he: {
      subject: 'תשלום אוטומטי',
      words:
        'שלום {name},\nאם נוח לך, {creditor} יכולה לגבות את התשלומים הבאים באופן אוטומטי, כך שלא יוחמץ מועד. כדי להפעיל זאת, אפשר להתקשר אלינו או להשיב למכתב זה.',
    },
  },
  'contact-before-cancelling': {
    en: {
      subject: 'An instalment is missing',
      words:
        'Dear {name},\nan instalment of your plan with {creditor} has not reached us:\n{terms}\nPlease pay it or call us, so that we can look for a way together.',
    },
    es: {
      subject: 'Falta una cuota',
      words:
        'Hola, {name}:\nUna cuota de su plan con {creditor} no nos ha llegado:\n{terms}\nPáguela o llámenos para buscar juntos una solución.',
    },
    he: {
      subject: 'חסר תשלום',
      words:
        'שלום {name},\nתשלום בהסדר שלך אצל {creditor} לא הגיע אלינו:\n{terms}\nנבקש לשלם אותו או להתקשר אלינו, כדי שנמצא דרך יחד.',
    },
  },
};

/** 12 CFR 1006.18(e), in the language of the letter. */
const disclosure: Readonly<Record<LetterLanguage, string>> = {
  en: 'This is an attempt to collect a debt by a debt collector. Any information obtained will be used for that purpose.',
  es: 'Este es un intento de cobrar una deuda por parte de un cobrador de deudas. Toda la información obtenida se utilizará con ese fin.',
  he: 'מכתב זה הוא ניסיון לגבות חוב מטעם גובה חובות. כל מידע שיתקבל ישמש למטרה זו.',
};

const dated: Readonly<Record<LetterLanguage, string>> = {
  en: '{amount} by {date}',
  es: '{amount} hasta el {date}',
  he: '{amount} עד {date}',
};

/** The letter of an effect in the customer's language; null for an effect that is no letter. */
export function letterOf(
  effect: OfficeWorkKind,
  customerLanguage: string | null,
  facts: LetterFacts,
): Letter | null {
  if (!isLetter(effect)) return null;
  const language = languageOf(customerLanguage);
  const terms = facts.terms.map((term) => termIn(language, term, facts.currency)).join('\n');
  const told = { language: customerLanguage, adviceIn: facts.adviceIn };
  return fillLetter(texts[effect], told, facts.parts, { ...facts, terms });
}

const codeOf = (language: string | null) => language?.slice(0, 2).toLowerCase() ?? null;

/** The language in which a letter to a customer is written. */
export function languageOf(customerLanguage: string | null): LetterLanguage {
  const wanted = codeOf(customerLanguage);
  return letterLanguages.find((known) => known === wanted) ?? 'en';
}

/** The language that a customer prefers, where there is no letter in it; null otherwise. */
export function missingLanguage(customerLanguage: string | null): string | null {
  const wanted = codeOf(customerLanguage);
  return letterLanguages.some((known) => known === wanted) ? null : wanted;
}

/**
 * A text with its values in the customer's language, and behind it what every letter says where that
 * is due: free advice, and that a debt is being collected.
 */
export function fillLetter(
  of: Readonly<Record<LetterLanguage, Text>>,
  told: Pick<TaskLetterFacts, 'language' | 'adviceIn'>,
  parts: ScriptParts,
  values: Readonly<Record<string, unknown>>,
): Letter {
  const language = languageOf(told.language);
  const { subject, words } = of[language];
  const { adviceIn } = told;
  const advice = adviceIn === null ? '' : `\n${adviceSentence(adviceIn, language)}`;
  const said = saysDisclosure(parts) ? `\n${disclosure[language]}` : '';
  const body = `${filled(words, values)}${advice}${said}`;
  const wanted = missingLanguage(told.language);
  return { language, wanted, subject: filled(subject, values), words: body };
}

/** Whether an effect writes the customer a letter. */
export function isLetter(effect: OfficeWorkKind): effect is LetterEffect {
  return effect in texts;
}

function termIn(
  language: LetterLanguage,
  { amount, dueOn }: LetterFacts['terms'][number],
  currency: string,
): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return filled(dated[language], {
    amount: formatMoney(amount, currency, language),
    date: date.format(new Date(`${dueOn}T00:00:00Z`)),
  });
}

function filled(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(ownValue(values, name) ?? ''));
}

/** What is known of a task that writes a letter; amounts are whole minor units as text. */
export type TaskLetterFacts = Pick<LetterFacts, 'name' | 'creditor' | 'currency' | 'adviceIn'> & {
  readonly language: string | null;
  readonly terms: readonly {
    readonly amount: string;
    readonly dueOn: string;
    readonly state: string;
  }[];
};

/** The letter of a task in the customer's language; null when its effect writes none. */
export function letterFor(
  effect: OfficeWorkKind,
  facts: TaskLetterFacts,
  parts: ScriptParts,
): Letter | null {
  const isMissing = ({ state }: TaskLetterFacts['terms'][number]) =>
    ['late', 'open', 'missed'].includes(state);
  const late = effect === 'contact-before-cancelling';
  const terms = late ? facts.terms.filter(isMissing).slice(0, 1) : facts.terms;
  return letterOf(effect, facts.language, {
    name: facts.name,
    creditor: facts.creditor,
    currency: facts.currency,
    adviceIn: facts.adviceIn,
    parts,
    terms: terms.map(({ amount, dueOn }) => ({ amount: BigInt(amount), dueOn })),
  });
}
