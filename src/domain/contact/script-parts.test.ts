import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '#domain/gate/pack.ts';
import type { WordingLaw } from '#domain/gate/wording-laws.ts';
import { callContent } from './call-script.ts';
import { scriptParts } from './script-parts.ts';

const home = { country: 'XA', region: null, city: null, postalCode: null };
const place = { collectorRole: 'original_creditor', customerKind: 'person', home };

/** A pack of a made-up country that brings such wording. */
const packOf = (...wording: readonly WordingLaw[]): Pack => ({
  ...{ id: 'XA', name: 'Made up', version: '1.0.0', asOf: '2026-11-01', territory: ['XA'] },
  ...{ wording, rules: [] },
});
const disclosed = { rule: 'XA-1', part: 'debt_collector_disclosure', must: 'say' } as const;
const unasked = { rule: 'XA-2', part: 'reason_unpaid', must: 'leave-out' } as const;

test('a pack of any place has words said and left out, and the gate is told so', () => {
  assert.deepEqual(scriptParts([packOf()], place), ['reason_unpaid']);
  const parts = scriptParts([packOf(disclosed, unasked)], place);
  assert.deepEqual(parts, ['debt_collector_disclosure']);
  const content = callContent(parts);
  assert.equal(content.debt_collector_disclosure, 'initial');
  assert.equal(content.asks_reason_unpaid, false);
});

test('a pack speaks only where its people live, for the collectors and customers that it names', () => {
  const elsewhere = { ...place, home: { ...home, country: 'XB' } };
  assert.deepEqual(scriptParts([packOf(disclosed)], elsewhere), ['reason_unpaid']);
  const agencies = packOf({ ...disclosed, collectors: ['third_party_collector'] });
  assert.deepEqual(scriptParts([agencies], place), ['reason_unpaid']);
  const people = packOf({ ...unasked, customers: 'person' });
  const company = { ...place, customerKind: 'company' };
  assert.deepEqual(scriptParts([people], place), []);
  assert.deepEqual(scriptParts([people], company), ['reason_unpaid']);
});
