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

test('each country that a pack covers has a service to name', () => {
  const countries = ['AR', 'AU', 'BR', 'CA', 'CL', 'CO', 'DE', 'ES', 'FR', 'GB', 'ID', 'IE', 'IL'];
  for (const country of [...countries, 'IN', 'IT', 'MX', 'MY', 'PE', 'PH', 'SG', 'US', 'ZA']) {
    const name = services[country]?.name;
    assert.ok(name, country);
    assert.ok(adviceSentence(country, 'en').includes(name), country);
  }
  assert.match(adviceSentence('AQ', 'en'), /Advice centres and consumer offices/);
});
