import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReference, isRequiredContact, needsReference } from './purposes.ts';

test('a purpose that opens what is shut needs what it rests on', () => {
  for (const claim of [
    'legally_required',
    'required_by_law',
    'litigation',
    'court_permitted',
    'pleading',
  ]) {
    assert.equal(needsReference(claim), true, claim);
  }
  for (const plain of ['collection', 'optout_confirmation', 'dispute_response', 'hardship']) {
    assert.equal(needsReference(plain), false, plain);
  }
});

test('a reference is a number one can look up', () => {
  for (const good of ['26-cv-01234', 'CA 2026/118', 'Art. 12-3']) {
    assert.equal(isReference(good), true, good);
  }
  for (const bad of ['', 'yes', 'because', '12', ' 12345', 'x'.repeat(81)]) {
    assert.equal(isReference(bad), false, bad);
  }
});

test('an offer answers nothing, so it waits where a case is at rest', () => {
  for (const purpose of ['optout_confirmation', 'agreement_confirmation', 'payment_receipt']) {
    assert.equal(isRequiredContact({ purpose }), true, purpose);
  }
  for (const purpose of ['payment_method_offer', 'collection', null]) {
    assert.equal(isRequiredContact({ purpose }), false, String(purpose));
  }
});

test('a notice that a law prescribes is owed as long as it presses for nothing', () => {
  const purpose = 'statutory_notice';
  assert.equal(isRequiredContact({ purpose }), true);
  assert.equal(isRequiredContact({ purpose, content: { demands_payment: true } }), false);
});
