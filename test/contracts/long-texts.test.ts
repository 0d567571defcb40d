import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCountry } from '#domain/gate/places/read-country.ts';
import { readPlaces } from '#domain/gate/places/read-place.ts';
import {
  postalCodeBehind,
  readRegion,
  regionNamed,
  withoutPostalCode,
} from '#domain/gate/places/read-region.ts';
import { readTown } from '#domain/gate/places/read-town.ts';
import { placesOf, unreadPlace } from '#domain/gate/places/regions.ts';
import { isEmail, yesNoOf } from '#domain/intake/cells.ts';
import { parseDate } from '#domain/intake/dates.ts';
import { plainDecimal } from '#domain/intake/decimals.ts';
import { namedBy } from '#domain/intake/named-references.ts';
import { compact, nameAgreement, nameWords } from '#domain/intake/names.ts';
import { gazetteer, isPostalCode } from '#domain/intake/places.ts';
import { recoveryText } from '#domain/workforce/recovery-codes.ts';
import { parsePhone, phoneReader } from '#kernel/phone.ts';

/** Readers of what a stranger's file or message holds. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readCountry,
  readPlaces,
  readRegion: (text) => readRegion('US', text),
  regionNamed: (text) => regionNamed('US', text),
  readTown: (text) => readTown('US', text),
  postalCodeBehind,
  withoutPostalCode,
  'placesOf region': (text) =>
    placesOf({ country: 'US', region: text, city: null, postalCode: null }),
  'placesOf city': (text) =>
    placesOf({ country: 'US', region: null, city: text, postalCode: null }),
  'unreadPlace postal code': (text) =>
    unreadPlace({ country: 'GB', region: null, city: null, postalCode: text }),
  isPostalCode: (text) => isPostalCode(text, 'GB'),
  language: gazetteer().language,
  parsePhone: (text) => parsePhone(text, 'US'),
  phoneReader: (text) => phoneReader()(text, 'US'),
  isEmail: (text) => isEmail(`${text}@example.org`) || isEmail(`a@${text}`),
  parseDate: (text) => [parseDate(text, 'dmy', 2046), parseDate(text, 'my', 2046)],
  plainDecimal: (text) => [plainDecimal(text, 'point'), plainDecimal(text, 'comma')],
  yesNoOf,
  compact,
  nameWords,
  namedBy: (text) =>
    namedBy({
      amountMinor: 1n,
      currency: 'EUR',
      references: [text],
      texts: [text],
      payerName: text,
    }),
  nameAgreement: (text) => nameAgreement(text, 'May Moore'),
  recoveryText,
};

const long = 100_000;
const fillings = [' ', '.', '1', ',', 'a,', '-', '(', '\u00A0', ', ', '1 '];
const texts = fillings.flatMap((one) => {
  const filling = one.repeat(long / one.length);
  return [filling, `a${filling}b`, `1${filling}x`];
});

/** Far more than each needs, far less than a reader takes whose work grows with the square. */
const budgetMs = 10_000;

for (const [name, read] of Object.entries(readers)) {
  test(`${name}() takes a text of 100 kB for what it is at once`, () => {
    const before = process.cpuUsage();
    for (const text of texts) {
      read(text);
      const { user, system } = process.cpuUsage(before);
      const spentMs = (user + system) / 1_000;
      assert.ok(spentMs < budgetMs, JSON.stringify(`${text.slice(0, 3)}…${text.slice(-3)}`));
    }
  });
}

test('a text that is too long to be a place names none, and is unread where one decides', () => {
  const text = `Columbus${' '.repeat(400)}OH`;
  assert.deepEqual(readPlaces(text), []);
  const home = { country: 'US', region: null, city: text, postalCode: null };
  assert.equal(unreadPlace(home), 'US');
  assert.equal(unreadPlace({ ...home, city: 'Columbus   OH  43004  ' }), null);
});
