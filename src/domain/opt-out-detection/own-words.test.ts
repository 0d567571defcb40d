import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scopeWord } from './closing.ts';
import { readOptOut } from './opt-out-request.ts';
import { sentTexts } from './sent-texts.ts';

const ours = 'Please do not contact us by phone. Unsubscribe.';
const known = sentTexts([ours]);
const wishes = [
  'do not contact me any more',
  'stop calling me',
  'que no me llamen más',
  'no me llamen más',
  'arrêtez de m’appeler',
  'rufen Sie mich nicht mehr an',
  'תפסיקו להתקשר אליי',
];
const kindOf = (text: string, sent?: typeof known) =>
  readOptOut(text, { channel: 'sms', ...(sent ? { sent } : {}) }).kind;

test('their own words in the dress of a reaction or a program are a wish, whatever is known', () => {
  const dressed = [
    '😡 "do not contact me any more"',
    '😡 “do not contact me any more”',
    'No me gusta "que me llamen, basta"',
    'Mi piace "non chiamatemi più"',
    'From: now on stop calling me',
    'De: hoy en adelante no me llamen más',
    'TR: stop calling me',
    'RV: no me llamen más\ngracias',
    'Fwd: stop texting me',
    '> stop calling me',
    'Hello\n--\nstop calling me',
    'Hello\n________\nstop calling me',
    'Sent from my patience: stop calling me',
  ];
  for (const text of dressed) {
    assert.equal(kindOf(text), 'opt_out', text);
    assert.equal(kindOf(text, known), 'opt_out', text);
  }
});

test('what quotes none of our messages is a wish that a person looks at', () => {
  for (const lead of [
    'Liked',
    'Loved',
    'Reacted 👍 to',
    'A aimé',
    'Le gustó',
    'Gefällt',
    '👍 to',
  ]) {
    for (const wish of wishes) {
      const request = readOptOut(`${lead} “${wish}”`, { channel: 'sms', sent: known });
      assert.deepEqual([request.kind, request.certainty], ['opt_out', 'unsure'], `${lead} ${wish}`);
    }
  }
});

const anyLead = fc.constantFrom(
  '',
  'Liked ',
  'Tykkäsi ',
  'Me gusta ',
  '😡 ',
  '👍 to ',
  'Lubi to: ',
);
const anyMark = fc.constantFrom(['"', '"'], ['“', '”'], ['„', '“'], ['«', '»']);

test('a message of ours in any quotation marks, whole or cut off, asks for nothing', () => {
  fc.assert(
    fc.property(
      anyLead,
      anyMark,
      fc.integer({ min: 16, max: ours.length }),
      (lead, [a, b], end) => {
        const cut = end < ours.length ? `${ours.slice(0, end)}…` : ours;
        assert.equal(kindOf(`${lead}${a}${cut}${b}`, known), 'none');
      },
    ),
    { seed: 20_261_130, numRuns: 200 },
  );
});

test('a wish of their own below or beside a message of ours is found', () => {
  const places = [
    (wish: string) => `“${ours}” ${wish}`,
    (wish: string) => `Liked “${ours}” ${wish}`,
    (wish: string) => `${wish}\n> ${ours}`,
    (wish: string) => `> ${ours}\n${wish}`,
    (wish: string) => `> ${ours}\n> ${wish}`,
  ];
  for (const place of places) {
    for (const wish of wishes) {
      assert.equal(kindOf(place(wish), known), 'opt_out', place(wish));
    }
    assert.equal(kindOf(place('thank you'), known), 'none', place('thank you'));
  }
});

const anyRun = fc
  .tuple(
    fc.constantFrom('', 'On ', 'stop ', '"', '👍 "a b"', 'a'),
    fc.constantFrom(
      '\n',
      '\r\n',
      ' ',
      '\t',
      '"',
      '“',
      '>',
      '> ',
      '>\n',
      '-',
      '_',
      '.',
      'a\n',
      's ',
    ),
    fc.constantFrom('', 'x', ':', ' wrote:'),
  )
  .map(([before, unit, behind]) => `${before}${unit.repeat(50_000)}${behind}`);

test('a text that is not read whole asks a person, whatever fills it', () => {
  fc.assert(
    fc.property(anyRun, (text) => {
      const request = readOptOut(text, { channel: 'email' });
      assert.equal(request.whole, false);
      assert.notEqual(scopeWord(request), null);
    }),
    { seed: 20_261_130, numRuns: 60 },
  );
});

test('the end of a long letter is read', () => {
  const letter = `${'I have written to you before about the house. '.repeat(300)}\nStop calling me.`;
  assert.equal(kindOf(letter), 'opt_out');
  const dull = readOptOut('I have written to you before. '.repeat(400), { channel: 'letter' });
  assert.deepEqual([dull.kind, scopeWord(dull)], ['none', 'unread']);
  const plain = (text: string) => scopeWord(readOptOut(text, { channel: 'letter' }));
  assert.deepEqual(['I will pay on Friday.', 'Thank you, 250.00!'].map(plain), ['unclear', null]);
});
