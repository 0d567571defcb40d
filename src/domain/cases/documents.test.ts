import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaTypeOf } from './documents.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test('mediaTypeOf() takes plain text by its bytes, wherever its pieces are cut', () => {
  const long = 'ä€😀 lorem\t\r\n'.repeat(30_000);
  for (const text of ['a', 'a < b', long, `x${long}`, `xy${long}`, `${' '.repeat(200_000)}a`]) {
    assert.equal(mediaTypeOf(bytesOf(text)), 'text/plain');
  }
});

test('mediaTypeOf() takes no control sign, no torn sign and nothing that begins as a page', () => {
  const far = 'a'.repeat(150_000);
  for (const text of ['\0', 'a\u001b[2J', `${far}\u0007`, '<svg/>', '\ufeff\n <html>']) {
    assert.equal(mediaTypeOf(bytesOf(text)), null, text.slice(-10));
  }
  assert.equal(mediaTypeOf(bytesOf(`${' '.repeat(200_000)}<script>`)), null);
  for (const torn of [[0xc3], [0xe2, 0x82], [0xff], [0x61, 0xc0, 0x80]]) {
    assert.equal(mediaTypeOf(Uint8Array.from([...bytesOf(far), ...torn])), null);
  }
});
