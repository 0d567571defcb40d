import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isolated, isolatedIn, joinedPrefixes, withoutIsolation } from './isolate.ts';

test('isolatedIn() isolates what is read the other way, and leaves the rest as it is', () => {
  assert.equal(isolatedIn('ltr', 'Ada Quill'), 'Ada Quill');
  assert.equal(isolatedIn('ltr', 'עדה'), '\u2068עדה\u2069');
  assert.equal(isolatedIn('rtl', 'עדה כהן'), 'עדה כהן');
  assert.equal(isolatedIn('rtl', '1,250.5'), '1,250.5');
  for (const foreign of [
    'Ada Quill',
    'ada@example.test',
    'AB-12',
    '+1 212 555 0100',
    '30 בנוב׳ 2026',
  ]) {
    assert.equal(isolatedIn('rtl', foreign), `\u2068${foreign}\u2069`);
  }
  assert.equal(isolatedIn('rtl', ''), '');
});

test('withoutIsolation() gives the text back', () => {
  assert.equal(withoutIsolation(`a ${isolated('b')} c`), 'a b c');
});

test('joinedPrefixes() writes a prefix as one word with Hebrew and with a hyphen before the rest', () => {
  assert.equal(joinedPrefixes('אין כלל על שיחות ב־ישראל'), 'אין כלל על שיחות בישראל');
  assert.equal(joinedPrefixes('ל-\u2068ישראל\u2069'), 'ל\u2068ישראל\u2069');
  assert.equal(joinedPrefixes('סכום ב־\u2068USD\u2069'), 'סכום ב־\u2068USD\u2069');
  assert.equal(joinedPrefixes('מ־12 ימים'), 'מ־12 ימים');
  assert.equal(joinedPrefixes('רב־לשוני'), 'רב־לשוני');
});
