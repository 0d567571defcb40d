import { isShortened, tellingWords } from './abbreviations.ts';
import { contrary } from './contrary-words.ts';
import { type Field, type FieldType, type SheetKind, specOf } from './fields.ts';
import { meaningsOf, shareOf, wordsOf } from './header-words.ts';
import { synonyms } from './synonyms.ts';

/** Names that say what kind of value a column has and not whose: other columns must tell. */
const generic: Readonly<Partial<Record<Field, string>>> = {
  issuedOn: 'date|date posting|date transaction|date entry|date booking|buchungsdatum',
  itemReference: 'number|ref|reference',
  accountReference: 'id|reference|ref|account code',
};

/** How sure a generic name is, where nothing speaks against it. */
export const genericScore = 0.6;

/** What a word of a name makes a column of; it is then of no other type. */
const typeWords: ReadonlyMap<string, readonly FieldType[]> = new Map<string, FieldType[]>([
  ['date', ['date']],
  ['amount', ['amount']],
  ['balance', ['amount']],
  ['days', ['whole-number']],
  ['name', ['name', 'text']],
  ['phone', ['phone', 'text']],
  ['mail', ['email', 'text']],
  ['currency', ['currency']],
]);

/** Words that make another thing of a name: a paid sum, a limit, a state. */
const turning: ReadonlySet<string> = new Set(
  `status state kind type limit paid tax rate percent count qty last next previous prev first method
   terms payment fee interest discount available estado tipo limite pagado ultimo ultima proximo
   proxima letzte letzter letztes art pago taux interes zins rabatt expected minimum min since
   average avg score ratio change`.split(/\s+/),
);

type Known = {
  readonly words: string;
  readonly meanings: ReadonlySet<string>;
  readonly key: string;
  readonly telling: readonly string[];
};

const keyOf = (meanings: ReadonlySet<string>) => [...meanings].toSorted().join(' ');

const known: ReadonlyMap<string, readonly Known[]> = new Map(
  Object.entries(synonyms).map(([field, list]) => [
    field,
    list.map((words): Known => {
      const meanings = meaningsOf(words);
      return { words, meanings, key: keyOf(meanings), telling: tellingWords(words) };
    }),
  ]),
);

const knownWords: ReadonlySet<string> = new Set(
  Object.values(synonyms).flatMap((list) => list.flatMap((words) => words.split(' '))),
);
const isKnownWord = (word: string) => knownWords.has(word);

/** Names of other columns that were looked up; bounded, since every file brings its own. */
const shortNames = new Map<string, readonly string[]>();
const mostShortNames = 2_000;

/** The fields that a name with words cut short may stand for: `data scad` for `data scadenza`. */
function shortFor(words: string): readonly string[] {
  const telling = tellingWords(words);
  const isCut = (word: string) => !isKnownWord(word) || (telling.length > 1 && word.length <= 4);
  if (!telling.some(isCut)) return [];
  const before = shortNames.get(words);
  if (before !== undefined) return before;
  const found = [...known].flatMap(([field, names]) =>
    names.some((each) => isShortened(telling, each.telling, isKnownWord)) ? [field] : [],
  );
  if (shortNames.size >= mostShortNames) shortNames.clear();
  shortNames.set(words, found);
  return found;
}

const isOfType = (kind: SheetKind, field: string, type: FieldType) =>
  specOf(kind, field)?.type === type;

/** Names that mean a customer only where nothing says so better. */
const weakNames: ReadonlySet<string> = new Set(['contact', 'kontakt', 'contacto', 'contatto']);

/**
 * How much a name says for a field: 1 for a name we know, a little less for one of the same meaning,
 * less again for one that holds a name we know, by the weight of the rest.
 */
export function nameScore(kind: SheetKind, words: string, field: Field): number {
  if (words === '') return 0;
  if (words === wordsOf(field)) return 1;
  if (kind === 'book' && isGeneric(words, field)) return genericScore;
  const names = known.get(field) ?? [];
  const rank = names.findIndex((each) => each.words === words);
  if (field === 'name' && weakNames.has(words)) return 0.7;
  if (rank >= 0) return 1 - Math.min(rank, 20) / 400;
  const tokens = words.split(' ');
  if (contrary[field]?.some((word) => tokens.includes(word))) return 0;
  const meanings = meaningsOf(words);
  const type = specOf(kind, field)?.type ?? 'text';
  if ([...meanings].some((word) => typeWords.get(word)?.includes(type) === false)) return 0;
  const key = keyOf(meanings);
  if (names.some((each) => each.meanings.size > 1 && each.key === key)) return 0.93;
  const short = shortFor(words);
  // Short for two of one type it is short for neither.
  if (short.includes(field))
    return short.filter((each) => isOfType(kind, each, type)).length > 1 ? 0.45 : 0.88;
  if (tokens.some((word) => turning.has(word))) return 0;
  return held(names, meanings, type, field);
}

/** An amount or a date is put into the map only where hardly anything else stands in its name. */
function held(
  names: readonly Known[],
  meanings: ReadonlySet<string>,
  type: FieldType,
  field: Field,
): number {
  const isGrave = type === 'amount' || type === 'date' || type === 'whole-number';
  let best = 0;
  for (const each of names) {
    const isTelling =
      each.words.length > 2 && (each.meanings.size > 1 || !isVague(each.words, field));
    // The second of numbered amounts is of another month.
    const isOther =
      isGrave && [...meanings].some((word) => /^\d+$/.test(word) && !each.meanings.has(word));
    const share = isTelling && !isOther ? shareOf(each.meanings, meanings) : 0;
    if (share >= (isGrave ? 0.6 : 0.5)) best = Math.max(best, 0.55 + share * 0.3);
    else if (share >= 0.5) best = Math.max(best, 0.45);
  }
  return best;
}

/** Names that mean a field only when they stand alone. */
const vague: ReadonlySet<string> = new Set(
  'id reference ref number date document doc value valor via age pending plan service'.split(' '),
);

/** A word for names alone makes no given or family name of a longer one. */
const isVague = (words: string, field: Field) =>
  vague.has(words) ||
  (field !== 'name' && /^(?:ad|adi|ime|jmeno|name|nev|nom|nombre|nome)$/.test(words));

function isGeneric(words: string, field: Field): boolean {
  const names = generic[field];
  if (names === undefined) return false;
  const key = keyOf(meaningsOf(words));
  return names.split('|').includes(key);
}
