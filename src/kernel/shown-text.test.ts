import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isPlainValue,
  isShownLine,
  isShownText,
  shownLineOf,
  shownTextOf,
  withoutBlanks,
} from './shown-text.ts';

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

test('words from outside lose what hides or turns them and keep their lines and joiners', () => {
  assert.equal(shownTextOf(' S\u200BT\u202EO\u2066P\uFEFF\r\n\tnow\u0000 '), 'STOP\r\n\tnow');
  for (const kept of ['می\u200Cخواهم', '👩\u200D👩', 'דנה \u200Fלוי'])
    assert.equal(shownTextOf(kept), kept);
});

test('a technical value holds no sign that does not show', () => {
  for (const plain of ['', 'https://x.example/', '-----\nkey\n-----'])
    assert.ok(isPlainValue(plain));
  for (const sign of ['\u200B', '\u200D', '\u202E', '\u2066', '\uFEFF', '\u00AD', '\u0000']) {
    assert.ok(!isPlainValue(`a${sign}b`), JSON.stringify(sign));
  }
});

test('a typed text loses blanks without width and keeps what joins or directs its letters', () => {
  assert.equal(withoutBlanks('\uFEFFA\u200Bn\u00ADa\u2060\u{E0041}'), 'Ana');
  for (const kept of ['می\u200Cخواهم', '👩\u200D👩', 'דנה \u200Fלוי', 'a\u202Eb'])
    assert.equal(withoutBlanks(kept), kept);
});
