import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isShownLine, isShownText, shownLineOf } from './shown-text.ts';

test('a line shows what it holds', () => {
  const shown = ['Ana', 'O’Neill, 3rd', '👩‍👩‍👧', 'می‌خواهم', 'क्‍ष', 'דנה \u200Fלוי', 'e\u0301'];
  for (const text of shown) assert.ok(isShownLine(text), text);
  const unshown = ['a\u202Eb', '\u2066x', 'a\u0007', 'A\nB', 'a\u2028b', 'a\uD800', 'a\u0000'];
  const empty = ['\u200B', '\u3164', '\u00AD', '\uFEFF', '\u2800', '\u061C', ' '];
  for (const text of [...unshown, ...empty]) assert.ok(!isShownLine(text), JSON.stringify(text));
});

test('a text of several lines keeps its breaks and tabs', () => {
  assert.ok(isShownText('First\r\n\tsecond'));
  for (const text of ['a\u202Eb\nc', 'a\u0000', '\n\u200B\n']) {
    assert.ok(!isShownText(text), JSON.stringify(text));
  }
});

test('a line from outside loses what does not show and keeps the rest', () => {
  assert.equal(shownLineOf(' a\u202Eb\u0000\u2028c\uD800 '), 'abc');
  assert.equal(shownLineOf('می\u200Cخواهم'), 'می\u200Cخواهم');
});
