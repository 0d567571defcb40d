import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSingleKey, matches, type Press } from './shortcut.ts';

function press(key: string, code: string, held: Partial<Press> = {}): Press {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test('a letter matches by what is on the key, on a French keyboard too', () => {
  assert.ok(matches('q', press('q', 'KeyA')));
  assert.ok(!matches('a', press('q', 'KeyA')));
});

test('a letter matches by its place where the layout has no Latin letters', () => {
  assert.ok(matches('n', press('מ', 'KeyN')));
  assert.ok(matches('mod+k', press('ל', 'KeyK', { ctrlKey: true })));
});

test('modifiers must be the ones of the shortcut and no others', () => {
  assert.ok(matches('mod+Enter', press('Enter', 'Enter', { metaKey: true })));
  assert.ok(!matches('Enter', press('Enter', 'Enter', { ctrlKey: true })));
  assert.ok(!matches('n', press('N', 'KeyN', { shiftKey: true })));
  assert.ok(matches('alt+1', press('¡', 'Digit1', { altKey: true })));
});

test('the question mark is where each layout has it', () => {
  assert.ok(matches('?', press('?', 'KeyM', { shiftKey: true })));
  assert.ok(matches('?', press('?', 'Slash', { shiftKey: true })));
  assert.ok(!matches('?', press('/', 'Slash')));
});

test('isSingleKey() is true for bare keys only', () => {
  assert.ok(isSingleKey('n'));
  assert.ok(isSingleKey('?'));
  assert.ok(!isSingleKey('mod+k'));
  assert.ok(!isSingleKey('Enter'));
});
