import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as duties from '#contract/compliance/obligations.ts';
import { obligationKinds } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import { dutyContact } from '#domain/strategy/notice-contact.ts';
import { VALIDATION_NOTICE } from '#rulepacks/us-fed/validation-notice.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { hoursAgo, inOhio } from '#test/support/world/gate-log.ts';
import { evaluateContact } from '#usecases/gate/steps/evaluate-contact.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';
import { wantedByHand } from '#usecases/gate/steps/wanted-by-hand.ts';

/** All that a person asks of us or tells us, by which something is owed to them. */
const causes: readonly EventWord[] = [
  'dispute',
  'original_creditor_request',
  'substantiation',
  'complaint',
  'hardship',
  'coerced_debt',
  'coerced_debt_reviewed',
];

/** Where they live, with a law of its own about one of them. */
const places = {
  Ohio: { customer: inOhio },
  'New York City': { customer: { region: 'NY', city: 'New York', postalCode: '10001' } },
  Massachusetts: { customer: { region: 'MA', city: 'Boston', postalCode: '02108' } },
  'Great Britain': {
    portfolio: { country: 'GB', zone: 'Europe/London', currency: 'GBP' },
    customer: { country: 'GB', region: null, city: 'Leeds', postalCode: 'LS1 1AA' },
  },
  Australia: {
    portfolio: { country: 'AU', zone: 'Australia/Sydney', currency: 'AUD' },
    customer: { country: 'AU', region: 'NSW', city: 'Sydney', postalCode: '2000' },
  },
} as const;

describe('what is owed to one person', () => {
  for (const [name, place] of Object.entries(places)) {
    it(`is open while all the rest is owed too: ${name}`, async () => {
      const world = await freshWorld();
      const book = await smallBook(world, 'portfolio' in place ? place.portfolio : {});
      const made = await book.addCase({ customer: place.customer });
      await addMailPoints(world);
      const officer = await world.user('compliance');
      for (const kind of causes) {
        const fact = { caseId: made.caseId, kind, source: 'letter', details: { in_writing: true } };
        const isAboutPaper = ['complaint', 'hardship', 'coerced_debt_reviewed'].includes(kind);
        const told = isAboutPaper ? { ...fact, details: {} } : fact;
        await world.call(facts.recordFact, officer, told);
      }
      const { customerId, caseId } = made;
      const on = { customerId, caseId, portfolio: book.portfolio, userId: officer.userId };
      for (const kind of obligationKinds) {
        const notice = dutyContact(kind, ['debt_collector_disclosure']);
        if (!notice || notice.purpose === 'optout_confirmation') continue;
        // No debt that is in dispute or under a claim is transferred.
        if (kind === 'transfer_notice') continue;
        const isOfAmerica = ['send_validation_notice', 'initial_notice'].includes(
          notice.purpose ?? '',
        );
        if (isOfAmerica && 'portfolio' in place) continue;
        const wanted = await wantedByHand(world.db, on, 'post', { ...notice, campaign: kind });
        assert.ok(wanted);
        const inputs = await loadGateInputs(world.app, world.db, wanted);
        const { decision } = evaluateContact(world.app, wanted, inputs, { guarded: false });
        const against = decision.reasons.map(({ rule }) => rule);
        assert.deepEqual(against, [], kind);
      }
      const { obligations } = await world.call(duties.listObligations, officer, {});
      assert.ok(obligations.length >= 8);
      // So many letters in a week are too many for the limits of these places.
      if (['New York City', 'Australia'].includes(name)) return;
      for (const { id: obligationId, kind } of obligations) {
        const met = { how: 'letter', metAt: hoursAgo(world, 0), reference: 'RR 1' } as const;
        const parts = VALIDATION_NOTICE.map(({ key }) => key);
        const { status, body } = await world.request(duties.fulfilObligation, officer, {
          ...{ obligationId, ...met, parts },
        });
        // One letter may have met another duty too.
        const isMet = status === 200 || body['type'] === '/problems/already-done';
        assert.ok(isMet, `${kind}: ${JSON.stringify(body)}`);
      }
    });
  }
});
