import { fold, wordsOf } from './fold.ts';

/** How somebody says that they are not the one who is named, in folded words before the name. */
const denials = `
  (?:this|it|that) (?:isnt|is not|aint|is nt|s not|not)
  (?:im|i am|am|were|we are) not
  (?:youve|you have|u have|you got|u got) the wrong
  not
  (?:(?:yo )?no soy|(?:este|esta|esto|aqui) no es|no es)
  (?:ich bin|das ist|hier ist) nicht
  (?:je ne suis pas|je suis pas|ce nest pas|cest pas|ce n est pas|c est pas)
  (?:nao sou|nao e|aqui nao e|este nao e)
  (?:non sono|questo non e|non e)
  (?:jag ar inte|det har ar inte|en ole|ik ben niet|dit is niet|nie jestem|to nie)
  (?:זה לא|אני לא|לא)
`
  .trim()
  .split('\n')
  .map((line) => line.trim())
  .join('|');

const titles = '(?:the |mr |mrs |ms |miss |a |el |la |o |herr |frau |monsieur |madame )?';

const escaped = (word: string) => word.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A word with a capital after a denial, where no name is known: `This isn’t Pat`. */
const deniesAName =
  /(?<!\p{L})(?:[Tt]his|[Ii]t) ?(?:[Ii]s ?n[o'’´`]?t|[Ii]sn?['’´`]?t|['’]s not) +(?!(?:The|My|Our|Fair|Right|True|It|What|I|A|An|Mine|Ok|OK)(?!\p{L}))\p{Lu}\p{Ll}+/u;

/**
 * Whether words deny that the one who reads is the customer: `I'm not Pat`, `no soy Patricia`.
 * `names` are those the book has; without any a name is known by its capital.
 */
export function deniesBeing(words: string, names: readonly string[]): boolean {
  if (names.length === 0) return deniesAName.test(words);
  const parts = names.flatMap((name) => wordsOf(fold(name)).map(escaped));
  const known = [...new Set(parts)].filter((part) => part.length > 1);
  if (known.length === 0) return deniesAName.test(words);
  const denied = new RegExp(`(?<![^ ])(?:${denials}) ${titles}(?:${known.join('|')})(?![^ ])`, 'u');
  return denied.test(fold(words)) || deniesAName.test(words);
}
