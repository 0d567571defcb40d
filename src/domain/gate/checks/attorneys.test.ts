import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnownAttorney } from './attorneys.ts';

test('an attorney who is said not to be known is none that binds, unless easily found', () => {
  const notice = { kind: 'attorney', attorney: 'unnamed' };
  assert.equal(isKnownAttorney({ ...notice, attorney_known: false }), false);
  assert.equal(
    isKnownAttorney({ ...notice, attorney_known: false, readily_ascertainable: true }),
    true,
  );
  assert.equal(isKnownAttorney({ ...notice, attorney_known: true }), true);
  assert.equal(isKnownAttorney(notice), true);
});
