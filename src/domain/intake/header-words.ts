/** Letters that are no others with an accent, as they are written where there are none. */
const plainLetters: ReadonlyMap<string, string> = new Map(
  ['ßss', 'łl', 'ŁL', 'øo', 'ØO', 'æae', 'ÆAE', 'œoe', 'ŒOE', 'ıi', 'đd', 'ĐD'].map(
    (pair) => [pair.slice(0, 1), pair.slice(1)] as const,
  ),
);

/** A column's name as words: camel case, digits and signs parted, lower case, no accents. */
export function wordsOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłŁøØæÆœŒıđĐ]/g, (letter) => plainLetters.get(letter) ?? letter)
    .replace(/№/g, 'no')
    .replace(/[º°](?=\P{L}|$)/gu, 'o')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** What a word of a name speaks of, whatever the language and however it is cut short. */
const meanings: Readonly<Record<string, string>> = {
  number: 'no nr num nro numero number nummer n nbr numer cislo nomor numar',
  date: 'date dt fecha data datum dato dat fec tarih tarihi tanggal tgl tarikh дата תאריך',
  amount: 'amount amt importe imp monto betrag montant importo bedrag valor סכום',
  balance: 'balance bal saldo solde יתרה',
  invoice:
    'invoice inv factura fra fact rechnung rechnungs rg facture fattura factuur fatura חשבונית',
  customer: 'customer cust client cliente kunde kunden debtor debitor debiteur klant לקוח',
  account: 'account acct acc konto cuenta compte conto conta חשבון',
  due: 'due vencimiento vto venc fallig faellig falligkeit echeance scadenza vencimento verval',
  days: 'days tage dias jours giorni dagen',
  name: 'name nombre nom nome naam שם',
  phone: 'phone tel telephone telefono telefon telefone telefoon tfno tlf טלפון',
  mail: 'email mail correo courriel',
  code: 'code codigo cod codice kod kodu kode sifra koodi',
};

/** Words that say nothing of their own. */
const small: ReadonlySet<string> = new Set(
  'of the de del la el los las da do dos di du des l le les d il lo der die das van het een s el'.split(
    ' ',
  ),
);

/** Words that hardly change what a name speaks of. */
const light: ReadonlySet<string> = new Set(
  'number gross net current eur usd gbp chf brl mxn inr ils sek nok dkk pln r rs kr parcela instalment installment signed incl inc btw vat iva ttc brutto netto in e y und et'.split(
    ' ',
  ),
);

const meaningOf: ReadonlyMap<string, string> = new Map(
  Object.entries(meanings).flatMap(([meaning, words]) =>
    words.split(' ').map((word) => [word, meaning] as const),
  ),
);

/** Beginnings of German and Dutch words, with what may follow them in the same word. */
const compound =
  /^(rechnungs|rg|kunden|debitoren|debiteuren|debiteur|factuur|klant|falligkeits|verval)(nr|nummer|datum|betrag|bedrag|name|naam|code)$/;

/** What a word speaks of; the word itself where it is not known. */
export const meaningOfWord = (word: string): string => meaningOf.get(word) ?? word;

/** Whether a word says nothing of its own. */
export const isSmallWord = (word: string): boolean => small.has(word);

/** The meanings of the words of a name, without order and without small words. */
export function meaningsOf(words: string): ReadonlySet<string> {
  const parted = words.split(' ').flatMap((word) => compound.exec(word)?.slice(1) ?? [word]);
  const said = parted.filter((word) => word !== '' && !small.has(word));
  return new Set(said.map(meaningOfWord));
}

/** The share of a name that a known name in it makes up, by what its words weigh. */
export function shareOf(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  const weigh = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + (light.has(word) ? 0.2 : 1), 0);
  return [...part].every((word) => whole.has(word)) ? weigh(part) / weigh(whole) : 0;
}
