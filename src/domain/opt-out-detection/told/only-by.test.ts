import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingsOf, scopeWord } from '../closing.ts';
import { readOptOut } from '../opt-out-request.ts';

const scopeOf = (text: string) => scopeWord(readOptOut(text, { channel: 'sms' }));

const wishes: Readonly<Record<string, readonly string[]>> = {
  'only-letter': [
    ...[
      'Please only write letters',
      'Only contact me by letter',
      'Letters only please',
      'by mail only please',
    ],
    ...[
      'Bitte nur per Brief',
      'Nur per Post bitte',
      'Nur schriftlich bitte',
      'uniquement par courrier',
    ],
    ...[
      'solo por carta',
      'Solo por escrito',
      'só por carta',
      'solo per lettera',
      'alleen per brief',
      'רק בדואר',
    ],
    ...[
      'hanya lewat surat',
      'sa sulat lang',
      'Sadece mektup',
      'только письмом',
      'bara brev',
      'tylko listownie',
    ],
    'only by letter or e-mail',
  ],
  'only-email': [
    ...[
      'email only please',
      'contact me only by email',
      'email me only',
      'Nur noch per E-Mail',
      'Nur per Mail',
    ],
    ...[
      'uniquement par e-mail',
      'únicamente por correo electrónico',
      'apenas por email',
      'solo via email',
      'רק במייל',
    ],
  ],
  'only-sms': [
    'Only text me',
    'text me instead of calling',
    'Bitte nur per SMS',
    'uniquement par SMS',
  ],
  'only-messaging': ['solo por WhatsApp', 'only by WhatsApp', 'nur über WhatsApp'],
  'only-phone_call': ['only by phone', 'nur telefonisch', 'solo por teléfono', 'רק בטלפון'],
};

test('a wish to be reached in one way only keeps that way open and closes every other', () => {
  for (const [scope, texts] of Object.entries(wishes)) {
    for (const text of texts) {
      assert.equal(scopeOf(text), scope, text);
      assert.equal(readOptOut(text, { channel: 'email' }).certainty, 'unsure', text);
    }
    const from = { channel: 'sms', contactPointId: null } as const;
    const closed = closingsOf(scope, from).map(({ channel }) => channel);
    const kept = scope.slice('only-'.length);
    assert.deepEqual(
      [closed.includes(kept), closed.includes('chat'), closed.length],
      [false, true, 7],
    );
  }
});

test('what only names a way is no such wish', () => {
  const texts = ['I only received a letter', 'Call me only after 5pm', 'I can only pay by mail'];
  for (const text of [
    ...texts,
    'the only letter I got',
    'Ich habe nur per Brief bezahlt',
    'Just email me the link',
  ]) {
    assert.ok(!scopeOf(text)?.startsWith('only-'), text);
  }
  assert.equal(scopeOf('keine Briefe mehr'), 'letter');
});
