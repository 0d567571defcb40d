import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockedMark } from '#ports/text-vault.ts';
import { newTextKeys, openTextVault, withNewKey } from './text-keys.ts';

test('sealed words open for their customer alone, with their key, also after a new one came', () => {
  const keys = newTextKeys();
  const first = openTextVault(keys);
  const sealed = first.seal('Depressed', 'words of ada');
  assert.doesNotMatch(sealed, /Depressed/);
  assert.notEqual(sealed, first.seal('Depressed', 'words of ada'));
  assert.equal(first.open(sealed, 'words of ada'), 'Depressed');
  assert.equal(first.open(sealed, 'words of bob'), lockedMark);
  assert.equal(first.open('as it was typed', 'words of ada'), 'as it was typed');

  const more = withNewKey(keys);
  const second = openTextVault(more);
  assert.equal(second.open(sealed, 'words of ada'), 'Depressed');
  const anew = second.seal('Depressed', 'words of ada');
  assert.equal(openTextVault(keys).open(anew, 'words of ada'), lockedMark);
  assert.equal(openTextVault(keys, () => more).open(anew, 'words of ada'), 'Depressed');
  assert.deepEqual(first.digest('+12125550142'), second.digest('+12125550142'));
  assert.notDeepEqual(
    first.digest('+12125550142'),
    openTextVault(newTextKeys()).digest('+12125550142'),
  );
});
