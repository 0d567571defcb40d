import { ownValue } from '#kernel/own-value.ts';

/** The fewest characters of a password. */
export const shortestPassword = 10;

/** A word of a name or an address that is shorter says nothing about whose it is. */
const shortestWord = 4;

/** So many digits and signs around a common word make it no better. */
const mostAround = 8;

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A text with the usual stand-ins for letters put back. */
function plainOf(text: string): string {
  return [...text].map((sign) => ownValue(letters, sign) ?? sign).join('');
}

/** The word inside of what stands around it. */
function coreOf(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

/** Whether a password is one of the common ones, or such a one with little around it. */
export function isCommonPassword(password: string, common: ReadonlySet<string>): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const core = coreOf(text);
  if (new Set(text).size < shortestWord) return true;
  if (text.length - core.length > mostAround) return common.has(text) || common.has(plainOf(text));
  return [text, core, plainOf(text), plainOf(core)].some((one) => common.has(one));
}

/** Why a password may not be had, as a code that the screens have words for; null when it may. */
export function passwordProblem(
  password: string,
  of: { readonly name: string; readonly email: string },
  common: ReadonlySet<string>,
): 'password-too-short' | 'password-common' | 'password-personal' | null {
  if ([...password].length < shortestPassword) return 'password-too-short';
  if (isCommonPassword(password, common)) return 'password-common';
  const text = password.toLowerCase();
  const words = `${of.name} ${of.email.split('@')[0]} dunlin`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const isPersonal = words.some(
    (word) =>
      word.length >= shortestWord && text.includes(word) && text.length - word.length < mostAround,
  );
  return isPersonal ? 'password-personal' : null;
}
