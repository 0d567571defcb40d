const titles = 'mr mrs ms miss dr mx sr sra herr herrn frau fam familie firma fa prof dipl ing mag';
const legalForms =
  'gmbh mbh ag kg kgaa ohg gbr eg ug ltd limited llc llp inc corp co plc bv nv sa sas sarl sl slu srl spa oy oyj ab as aps ev';
/** Titles, forms of address and legal forms: they come and go between a contract and a bank's file. */
const noise = `${titles} ${legalForms}`;
const legalForm: ReadonlySet<string> = new Set(legalForms.split(' '));
const noiseWords: ReadonlySet<string> = new Set(noise.split(' '));
/** Words that join two people who pay together. */
const joiners: ReadonlySet<string> = new Set(
  'und and y e et u i og och en ja oder or ו'.split(' '),
);

/** Letters and digits of a text in upper case, without accents or anything between them. */
export function compact(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text in upper case, without accents. */
export function plain(text: string): string {
  return text.replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
}

/**
 * The words of a name as both sides write them: lower case, no accents, titles or legal forms, and
 * umlauts alike whether written or spelt out (`Jürgen`, `JUERGEN`; `Østergaard`, `OESTERGAARD`).
 */
export function nameWords(name: string): string[] {
  const words = wordsOf(name).filter((word) => !noiseWords.has(word));
  return words.map((word) => word.replace(/([aou])e|aa/g, (both, base) => base ?? both[0]));
}

function wordsOf(name: string): string[] {
  return latinOf(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Signs of SQL between words, whatever letters the locale of a database knows. */
const signs = '\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f';

/** The SQL that leaves letters and digits of a text alone, `between` in place of each run of others. */
export function lettersSql(text: string, between: '' | ' '): string {
  return `regexp_replace(${text}, '[${signs}\\u0300-\\u036f]+', '${between}', 'g')`;
}

/** The SQL that writes a name as `nameWords` does, its words in order with one blank between. */
export function nameWordsSql(column: string): string {
  const bare = `regexp_replace(lower(normalize(${column}, NFD)), '[\\u0300-\\u036f]', '', 'g')`;
  const pairs = ['ßss', 'æae', 'Æae', 'œoe', 'Œoe'];
  const spelt = pairs.reduce(
    (text, pair) => `replace(${text}, '${pair[0]}', '${pair.slice(1)}')`,
    bare,
  );
  const words = lettersSql(`translate(${spelt}, 'øØđĐłŁı''’.', 'ooddlli')`, ' ');
  const own = `regexp_replace(' ' || ${words} || ' ', ' (${noise.replaceAll(' ', '|')})(?= )', '', 'g')`;
  return `trim(regexp_replace(regexp_replace(${own}, '([aou])e', '\\1', 'g'), 'aa', 'a', 'g'))`;
}

function latinOf(name: string): string {
  const bare = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  const spelt: Readonly<Record<string, string>> = {
    ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' },
  };
  return bare.replace(/[ßæœøđłı]/g, (letter) => spelt[letter] ?? letter);
}

/** Words of one name that are put in every order; a longer one is looked up by its pairs. */
const maxOrdered = 4;

/**
 * Under which names a payer may stand in the book, as `nameWords` writes them: in any order, without
 * a middle name, and each of two people who pay together.
 */
export function namesToLookUp(payerName: string): string[] {
  const all = [...new Set(nameWords(payerName))];
  const words = all.filter((word) => !joiners.has(word)).slice(0, 8);
  const found = new Set([all.join(' '), words.join(' ')]);
  const [first, ...rest] = words;
  if (first !== undefined) found.add([...rest, first].join(' '));
  if (words.length > 1) found.add([words.at(-1), ...words.slice(0, -1)].join(' '));
  for (const one of words) {
    for (const other of words) {
      if (one === other) continue;
      found.add(`${one} ${other}`);
      if (words.length > maxOrdered) continue;
      for (const third of words) {
        if (third !== one && third !== other) found.add(`${one} ${other} ${third}`);
      }
    }
  }
  found.delete('');
  return [...found];
}

/**
 * How far two names agree. `near`: they share the family name, or all but the legal form; `unknown`: one is missing, or they are
 * in different scripts, so that nothing speaks for or against.
 */
export type NameAgreement = 'same' | 'near' | 'differs' | 'unknown';

/** A bank cuts a name at this length or beyond. */
const cutAt = 27;

/** How far the payer's name agrees with a customer's. */
export function nameAgreement(payer: string | null, customer: string): NameAgreement {
  if (payer === null) return 'unknown';
  const [paying, owing] = [nameWords(payer), nameWords(customer)];
  if (paying.length === 0 || owing.length === 0) return 'unknown';
  const isLatin = (words: readonly string[]) =>
    words.some((word) => /\p{Script=Latin}/u.test(word));
  if (isLatin(paying) !== isLatin(owing)) return 'unknown';
  if (isCut(payer, paying, owing)) return 'same';
  if (isSame(paying, owing)) return isOtherForm(payer, customer) ? 'near' : 'same';
  const family = customer.includes(',') ? owing[0] : owing.at(-1);
  return family !== undefined && family.length > 2 && paying.includes(family) ? 'near' : 'differs';
}

/**
 * Whether two names mean the same person or company as far as letters tell. A middle name may be
 * missing on one side, a family name may not; two who pay together are each of them.
 */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const own = (words: readonly string[]) =>
    [...new Set(words)].filter((word) => !joiners.has(word));
  const [one, two] = [own(a), own(b)].sort((x, y) => x.length - y.length);
  if (!one || !two || one.length === 0) return false;
  if (one.length === 1) return two.length === 1 && one[0] === two[0];
  const isJoint = [...a, ...b].some((word) => joiners.has(word));
  return one.every((word) => two.includes(word)) && two.length - one.length <= (isJoint ? 3 : 1);
}

/** Whether both names tell a legal form and these differ: a GmbH and an OHG are two companies. */
function isOtherForm(payer: string, customer: string): boolean {
  const [one, other] = [payer, customer].map(
    (name) => new Set(wordsOf(name).filter((word) => legalForm.has(word))),
  );
  if (!one || !other || one.size === 0 || other.size === 0) return false;
  const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
    [...some].every((form) => all.has(form));
  return !isWithin(one, other) && !isWithin(other, one);
}

function isCut(payer: string, paying: readonly string[], owing: readonly string[]): boolean {
  const [short, long] = [paying.join(''), owing.join('')];
  return payer.length >= cutAt && short.length >= cutAt / 2 && long.startsWith(short);
}
