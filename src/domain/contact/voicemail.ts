import { tellsOfDebt } from '#domain/gate/debt-words.ts';
import type { VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { wordsBeyond } from './limited-words.ts';

/** Languages in which a message can be worded. */
export const voicemailLanguages = ['en', 'es', 'he'] as const;

/** What is said to a voicemail box in the name of a portfolio. */
export type VoicemailSetting = {
  /** Whether messages are left at all. */
  readonly leave: boolean;
  /** A name that does not tell that a debt is collected (12 CFR 1006.2(j)(1)(i)). */
  readonly businessName: string;
  readonly callbackNumber: string;
  /** The words, with `{business}`, `{agent}` and `{number}` in them. */
  readonly texts: { readonly [Language in (typeof voicemailLanguages)[number]]: string };
};

/** What is wrong with the words of a message, by the path within the setting. */
export type VoicemailProblem = { readonly path: string; readonly message: string };

const slots = ['{business}', '{agent}', '{number}'] as const;

/** Words that ask for a call back. */
const asks: VoicemailSetting['texts'] = {
  en: 'call|ring|phone',
  es: 'll[aá]m',
  he: 'התקשר|חזר|צלצל',
};

/**
 * What the words of a message contain, read from the words themselves: each word that is no part of a
 * limited-content message is something else that is said.
 */
export function planOfText(setting: VoicemailSetting, language: keyof typeof asks): VoicemailPlan {
  const text = setting.texts[language];
  const others = othersIn(text, language);
  return {
    business_name: text.includes('{business}') ? setting.businessName : null,
    name_reveals_collector: tellsOfDebt(setting.businessName),
    requests_reply: new RegExp(asks[language], 'iu').test(text),
    contact_person_named: text.includes('{agent}'),
    callback_number: text.includes('{number}') && setting.callbackNumber !== '',
    other_content: others.length > 0 ? [`other words: ${others.join(' ')}`] : [],
    debt_collector_disclosure: null,
  };
}

/** What is said beside the parts of a limited-content message, in a language that is read. */
function othersIn(text: string, language: string): readonly string[] {
  const bare = slots.reduce((rest, slot) => rest.replaceAll(slot, ' '), text);
  return wordsBeyond(bare, language) ?? ['not read'];
}

/**
 * What is left in the language of a customer; null where no message is left, as in a language in which
 * none is worded.
 */
export function voicemailPlan(
  setting: VoicemailSetting,
  language: string | null,
): VoicemailPlan | null {
  const worded = languageOf(language);
  return setting.leave && worded !== null ? planOfText(setting, worded) : null;
}

/**
 * The words in the language of a customer, with the name of the agent still to be filled in; null where
 * none are worded in it.
 */
export function voicemailWords(setting: VoicemailSetting, language: string | null): string | null {
  const worded = languageOf(language);
  if (worded === null) return null;
  return setting.texts[worded]
    .replaceAll('{business}', setting.businessName)
    .replaceAll('{number}', setting.callbackNumber);
}

/** The language of the words; English where nobody knows the customer's, null where it is another. */
function languageOf(language: string | null): keyof typeof asks | null {
  if (language === null) return 'en';
  const short = language.split(/[-_]/)[0]?.toLowerCase();
  return voicemailLanguages.find((one) => one === short) ?? null;
}

/** Why a message is none that may be left without a disclosure (12 CFR 1006.2(j)). */
export function voicemailProblems(setting: VoicemailSetting): VoicemailProblem[] {
  if (!setting.leave) return [];
  const problems: VoicemailProblem[] = [];
  const { businessName, callbackNumber, texts } = setting;
  if (businessName.trim() === '') problems.push({ path: 'businessName', message: 'missing' });
  else if (tellsOfDebt(businessName)) {
    problems.push({ path: 'businessName', message: 'name-tells-of-debt' });
  }
  if (!/^\+?\d[\d ()-]{4,24}$/.test(callbackNumber)) {
    problems.push({ path: 'callbackNumber', message: 'not-a-number' });
  }
  for (const language of voicemailLanguages) {
    const message = wrongWords(texts[language], language);
    if (message) problems.push({ path: `texts.${language}`, message });
  }
  return problems;
}

function wrongWords(text: string, language: keyof typeof asks): string | null {
  if (slots.some((slot) => !text.includes(slot))) return 'slot-missing';
  if (/\{(?!business\}|agent\}|number\})/.test(text)) return 'slot-unknown';
  if (tellsOfDebt(text)) return 'words-tell-of-debt';
  if (othersIn(text, language).length > 0) return 'words-not-limited';
  return new RegExp(asks[language], 'iu').test(text) ? null : 'asks-for-no-reply';
}
