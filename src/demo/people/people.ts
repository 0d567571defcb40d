import { type Pack, packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { zonesOfPhone, zonesOfRegion } from '#domain/gate/places/zones.ts';
import type { GateRows } from '#domain/gate-facts/gate-rows.ts';
import type { Random } from '#kernel/random.ts';
import type { Zone } from '#kernel/time.ts';
import { type Book, between, type ExamplePortfolio, owned, pick } from '../book/book.ts';
import { companyParts, englishNames, hebrewNames, spanishNames, streets } from './names.ts';
import { gbPlaces, mxPlaces, type Place, usIslands, usPlaces } from './places.ts';

/** A point of contact while the book is being made; its row is changed when a call tells more. */
export type Phone = Book['rows']['contactPoints'][number] & { readonly zones: Zone[] };

/** A customer of the example, with what the past is played from. */
export type Debtor = {
  readonly customerId: string;
  readonly reference: string;
  readonly name: string;
  readonly language: string;
  readonly vulnerable: boolean;
  readonly payDay: number;
  readonly phones: readonly Phone[];
  /** Every number and address, in the order of their ranks. */
  readonly points: readonly Book['rows']['contactPoints'][number][];
  /** Who is tied to them; a conversation may add to it. */
  readonly parties: Book['rows']['parties'][number][];
  /** Where the record says that they live, as the gate reads it. */
  readonly home: GateRows['customer'];
  /** Rule packs that cover them. */
  readonly packs: readonly Pack[];
  /** Every zone that the address or a usable number points to. */
  readonly zones: readonly Zone[];
};

/** Hands out numbers of the fiction ranges, each once: town by town, from the lowest on. */
export type Numbers = (country: string, place: Place) => string | null;

/** Numbers of one town: the reserved ends. */
const ends = { US: 100, GB: 1_000, MX: 1_000 } as const;

/** A giver of numbers: null when a town has no more. */
export function numberGiver(): Numbers {
  const given = new Map<string, number>();
  return (country, { dialling }) => {
    const key = `${country}${dialling}`;
    const next = given.get(key) ?? 1;
    if (next >= ends[country as keyof typeof ends]) return null;
    given.set(key, next + 1);
    const end = String(next).padStart(3, '0');
    if (country === 'US') return `+1${dialling}55501${end.slice(-2)}`;
    if (country === 'GB') return `+44${dialling}0${end}`;
    return `+52${dialling}${'0'.repeat(7 - dialling.length)}${end}`;
  };
}

/** Makes one customer with reference, addresses and numbers. */
export function makeDebtor(
  book: Book,
  portfolio: ExamplePortfolio,
  numbers: Numbers,
  index: number,
): Debtor {
  const { random } = book;
  const { country } = portfolio;
  const place = placeFor(random, country);
  const customerId = book.newId();
  const reference = `${portfolio.line.slice(0, 1).toUpperCase()}${100_000 + index * 7}`;
  const who = portfolio.kind === 'business' ? company(random) : person(random, portfolio);
  const vulnerable = portfolio.kind === 'consumer' && random() < 0.02;
  const payDay = random() < 0.5 ? 28 : between(random, 1, 27);
  const { language, ...named } = who;
  const bornOn = named.kind === 'person' ? birthDate(random) : null;
  book.rows.customers.push({
    id: customerId,
    tenantId: book.tenantId,
    reference,
    ...named,
    language,
    birthDate: bornOn,
    country,
    region: place.region,
    city: place.city,
    postalCode: place.postalCode,
    street: `${between(random, 1, 480)} ${pick(random, streets[country as 'US'])}`,
    confirmedZone: null,
    vulnerable,
    createdAt: book.nowAt,
  });
  addReference(book, portfolio.id, 'customer', reference, customerId, customerId);
  const phones = phonesOf(book, portfolio, place, numbers, customerId);
  const addresses = addAddresses(book, portfolio, place, customerId, reference);
  const address = zonesOfRegion(country, place.region);
  const zones = [...new Set([...address, ...phones.flatMap((phone) => phone.zones)])];
  const { name, kind } = named;
  const { region, city, postalCode } = place;
  const lives = { country, region, city, postalCode, confirmedZone: null };
  return {
    ...{ customerId, reference, name, language, vulnerable, payDay, phones, zones },
    points: [...phones, ...addresses].sort((a, b) => (a.rank ?? 1) - (b.rank ?? 1)),
    home: { ...lives, id: customerId, vulnerable, language, kind, birthDate: bornOn },
    parties: [],
    packs: packsCovering(book.gate.packs, regionsOf(lives)),
  };
}

/** Notes where a client's reference leads. */
export function addReference(
  book: Book,
  portfolioId: string,
  kind: string,
  reference: string,
  customerId: string,
  targetId: string,
): void {
  const { tenantId } = book;
  book.rows.clientReferences.push({ tenantId, portfolioId, kind, reference, customerId, targetId });
}

function placeFor(random: Random, country: string): Place {
  if (country === 'GB') return pick(random, gbPlaces);
  if (country === 'MX') return pick(random, mxPlaces);
  return random() < 0.085 ? pick(random, usIslands) : pick(random, usPlaces);
}

function person(random: Random, { country }: ExamplePortfolio) {
  const draw = random();
  const language = country === 'US' && draw < 0.12 ? 'es' : draw > 0.97 ? 'he' : 'en';
  const stock = { es: spanishNames, he: hebrewNames, en: englishNames }[language];
  const givenName = pick(random, stock.given);
  const familyName = pick(random, stock.family);
  const name = `${givenName} ${familyName}`;
  return { kind: 'person', name, givenName, familyName, language } as const;
}

function company(random: Random) {
  const { trade, place, form } = companyParts;
  const name = `${pick(random, trade)} ${pick(random, place)} ${pick(random, form)}`;
  const given = { givenName: null, familyName: null };
  return { kind: 'company', name, ...given, language: 'es' } as const;
}

function birthDate(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = between(random, 1946, 2003);
  return `${year}-${two(between(random, 1, 12))}-${two(between(random, 1, 28))}`;
}

function phonesOf(
  book: Book,
  portfolio: ExamplePortfolio,
  place: Place,
  numbers: Numbers,
  customerId: string,
): Phone[] {
  const { random } = book;
  // The drama ranges that the numbering plan knows in Britain are landlines.
  const kinds = portfolio.country === 'GB' ? ['landline'] : ['mobile', 'landline'];
  const count = random() < 0.03 ? 0 : random() < 0.35 ? 2 : 1;
  const phones = Array.from({ length: count }, (_, i) => {
    const value = numbers(portfolio.country, place);
    if (value === null) return null;
    const kind = kinds[i % kinds.length] ?? 'landline';
    const phone = {
      ...pointOf(book, customerId),
      kind,
      value,
      place: portfolio.kind === 'business' ? 'work' : 'home',
      zones: [...zonesOfPhone(value)],
      state: random() < 0.3 ? 'unverified' : 'valid',
      rank: i + 1,
    };
    book.rows.contactPoints.push(phone);
    return phone;
  });
  return phones.flatMap((phone) => phone ?? []);
}

function pointOf(book: Book, customerId: string) {
  const seen = { lastSuccessAt: null as string | null, verifiedAt: null };
  return {
    ...owned(book, customerId),
    id: book.newId(),
    source: 'creditor',
    createdAt: book.nowAt,
    ...seen,
  };
}

function addAddresses(
  book: Book,
  { country, kind }: ExamplePortfolio,
  place: Place,
  customerId: string,
  reference: string,
): Book['rows']['contactPoints'] {
  const zones = [...zonesOfRegion(country, place.region)];
  const home = { place: kind === 'business' ? 'work' : 'home', state: 'valid', rank: 1 };
  const value = `${place.city}, ${place.postalCode}`;
  const mail = { ...pointOf(book, customerId), ...home, kind: 'mail', value, zones };
  book.rows.contactPoints.push(mail);
  if (book.random() < 0.25) return [mail];
  const domain = pick(book.random, ['example.com', 'example.org', 'example.net']);
  const address = `${reference.toLowerCase()}@${domain}`;
  const email = { ...mail, id: book.newId(), kind: 'email', value: address, zones: [] };
  book.rows.contactPoints.push(email);
  return [mail, email];
}

/** A number that nobody found wrong or dead. */
export function isUsable({ state }: { readonly state?: string | undefined }): boolean {
  return state === 'valid' || state === 'unverified';
}
