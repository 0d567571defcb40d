import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type JsQr from 'jsqr';
import { qrPath } from './qr-path.ts';

/** Typed as a module with a default, and is the function alone. */
const jsQr: typeof JsQr = createRequire(import.meta.url)('jsqr');

/** Pixels for one module. */
const scale = 3;

/** What a reader of codes makes of a path. */
function readBack(text: string): string | undefined {
  const { size, path } = qrPath(text);
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, left, top] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let y = 0; y < scale; y += 1) {
      const start = (Number(top) * scale + y) * side + Number(left) * scale;
      for (let x = 0; x < scale; x += 1) pixels.fill(0, (start + x) * 4, (start + x) * 4 + 3);
    }
  }
  return jsQr(pixels, side, side)?.data;
}

test('a reader of codes finds the key of an authenticator app in what is drawn', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  for (const email of ['a@b.test', `${'long'.repeat(40)}@example.test`]) {
    const uri = `otpauth://totp/Dunlin%3A${email}?secret=${secret}&issuer=Dunlin`;
    assert.equal(readBack(uri), uri);
  }
});
