import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceSentence, freeAdviceIn, services } from './free-advice.ts';

test('a number is named only where it was found on a page of others', () => {
  for (const [country, { phone, phoneConfirmedBy }] of Object.entries(services)) {
    const named = freeAdviceIn(country)?.phone;
    assert.equal(named, phoneConfirmedBy === null ? null : phone, country);
  }
  assert.equal(freeAdviceIn('FR')?.phone, null);
  assert.equal(freeAdviceIn('ZA')?.phone, '0860 627 627');
});

test('each country of the book but Italy has a service to name', () => {
  for (const country of ['BR', 'CA', 'DE', 'ES', 'FR', 'GB', 'IE', 'IL', 'IN', 'MX', 'US', 'ZA']) {
    const name = services[country]?.name;
    assert.ok(name, country);
    assert.ok(adviceSentence(country, 'en').includes(name), country);
  }
  // Its bodies for debtors in crisis take fees, so none is named as free.
  assert.match(adviceSentence('IT', 'en'), /Advice centres and consumer offices/);
});
