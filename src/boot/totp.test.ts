import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base32, stepOfCode, totpAt } from './totp.ts';

test('codes are those of RFC 6238, appendix B, to six digits', () => {
  const secret = base32(Buffer.from('12345678901234567890'));
  assert.equal(secret, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  const told: readonly (readonly [number, string])[] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ];
  for (const [seconds, code] of told) {
    const step = Math.floor(seconds / 30);
    assert.equal(totpAt(secret, step), code);
    assert.equal(stepOfCode(secret, code, seconds * 1000), step);
    assert.equal(stepOfCode(secret, code, (seconds + 30) * 1000), step, 'one step later');
    assert.equal(stepOfCode(secret, code, (seconds + 90) * 1000), null, 'three steps later');
  }
});
