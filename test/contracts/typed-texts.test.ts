import assert from 'node:assert/strict';
import { test } from 'node:test';
import { safeParse } from 'zod/v4/core';
import { documentFields } from '#contract/documents.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { checkImportMap, emptyMap } from '#domain/intake/import-map.ts';
import { type TextLeaf, textLeaves } from '#test/support/rules/text-leaves.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const cards = [
  '4111111111111111',
  '5555 5555 5555 4444',
  '3782-822463-10005',
  '4111\u200B111111111111',
];
const hidden = [
  'a\u202Eb',
  'a\u2066b',
  'a\u200Bb',
  'a\u00ADb',
  '\uFEFFab',
  'a\u{E0041}b',
  'a\0b',
  'a\uD800b',
];
const long = 'a '.repeat(50_001);

/** What is compared and kept nowhere but as a hash, or as letters of a key. */
const secrets =
  /\.(?:begin-second-factor|confirm-second-factor|change-password|begin-passkey|add-passkey|remove-passkey) (?:present|next|code|(?:passkey|answer)\..*)$/;
/** Settings of connections are looked at as a whole (`connections.test.ts`). */
const connections = /^connections\.(?:test|set) settings/;
/** Details of facts and maps are read by forms of their own. */
const read = /(?:record-fact|record-consent) details\{|(?:start-import|save-map) map\{/;
/** What is compared with the book, and found there or nowhere. */
const lookedFor =
  /^(?:ledger\.\S+|intake\.match-entry|strategy\.record-key-event) (?:item|account|customer)Reference$|^cases\.find text$|^admin\.users search$|^contact\.verify answer$|^insight\.open-ageing line$|^intake\.\S+ options\.sheet$|^connections\.\S+ scope$/;

const placesOf = (endpoints: readonly Endpoint[]) =>
  endpoints.flatMap((endpoint) =>
    textLeaves(endpoint).map((leaf) => ({ ...leaf, name: `${endpoint.name} ${leaf.place}` })),
  );

/** Whether a place takes a text and hands it on with what it holds unchanged. */
function takes({ schema }: TextLeaf, text: string, sign: string): boolean {
  const read = safeParse(schema, text);
  return (
    read.success && JSON.stringify(read.data ?? '').includes(JSON.stringify(sign).slice(1, -1))
  );
}

test('texts that come through the door', async (t) => {
  const { door, request, user } = await freshWorld();
  const places = placesOf(door.mounted);
  const left = (exempt: readonly RegExp[], isTaken: (place: TextLeaf) => boolean) =>
    places
      .filter((place) => !exempt.some((one) => one.test(place.name)) && isTaken(place))
      .map(({ name }) => name);

  await t.test('every kind of place is known to this test', () => {
    assert.ok(places.length > 150, String(places.length));
    assert.deepEqual(
      places.filter(({ name }) => name.endsWith(')')),
      [],
    );
  });

  await t.test('no place takes the number of a card', () => {
    for (const card of cards) {
      const signs = card.replace(/\u200B/, '');
      assert.deepEqual(
        left(
          [secrets, connections, read, lookedFor],
          (each) => takes(each, card, signs) || takes(each, card, card),
        ),
        [],
        card,
      );
    }
  });

  await t.test('no place takes a text with signs that hide or turn what is read', () => {
    for (const text of hidden) {
      // Zero bytes and halves of characters are refused before any form is looked at, see below.
      const isEarlier = /[\0\uD800]/.test(text);
      const sign = text.replace(/[ab]/g, '');
      const exempt = isEarlier ? [/./] : [secrets, connections, read];
      assert.deepEqual(
        left(exempt, (each) => takes(each, text, sign)),
        [],
        JSON.stringify(text),
      );
    }
  });

  await t.test('every place has a longest text', () => {
    assert.deepEqual(
      left([read], (each) => takes(each, long, long)),
      [],
    );
  });

  await t.test('zero bytes and halves of characters are refused wherever they stand', async () => {
    const admin = await user('administrator');
    const { userId } = await user('agent');
    const path = door.mounted.find(({ name }) => name === 'admin.rename-user');
    assert.ok(path);
    for (const name of ['a\0b', 'a\uD800b', '\uDC00']) {
      const { status, body } = await request(path, admin, { userId, name });
      assert.deepEqual([status, body['type']], [400, '/problems/invalid-input']);
    }
    // A backslash that somebody typed is a text like any other.
    const typed = await request(path, admin, { userId, name: '\\ud800 \\u0000' });
    assert.equal(typed.status, 200, JSON.stringify(typed.body));
  });

  await t.test('the fields beside a document are words of ours', () => {
    for (const text of [...cards, ...hidden, long]) {
      const given = { kind: text, about: text, aboutId: text, restricted: text };
      const read = documentFields.safeParse(given);
      const paths = new Set(read.error?.issues.map(({ path }) => path.join('.')));
      assert.deepEqual([...paths].sort(), ['about', 'aboutId', 'kind', 'restricted']);
    }
  });

  await t.test('a map of columns takes none of them as a name or a value', () => {
    for (const text of [...cards.slice(0, 3), long]) {
      for (const part of [
        { columns: { name: text } },
        { constants: { name: text } },
        { values: { methodKind: { [text]: 'card' } } },
        { values: { methodKind: { card: text } } },
        { debtTypes: { [text]: 'unknown' } },
        { buckets: { [text]: 30 } },
        { sheet: text },
        { unanswered: [`meaning:${text}`] },
      ]) {
        const checked = checkImportMap({ ...emptyMap('book'), ...part });
        assert.equal(checked.ok, false, JSON.stringify(part).slice(0, 80));
      }
    }
  });
});
