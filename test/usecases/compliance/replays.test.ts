import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import * as contract from '#contract/compliance/replays.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { baseFacts } from '#storage/gate/gate.ts';
import { packFacts, type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

const pollMs = 20;
const mostPolls = 1_500;

async function finished(world: World, actor: Actor, replayId: string) {
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const { replays } = await world.call(contract.listReplays, actor, {});
    const found = replays.find(({ id }) => id === replayId);
    if (found && found.state !== 'running') return found;
    await pause(pollMs);
  }
  throw new Error('the replay did not end');
}

/** A person called once, so that one decision to reserve is on record. */
async function calledOnce(world: World, book: Awaited<ReturnType<typeof smallBook>>) {
  const made = await book.addCase();
  const reserved = await reserveContact(world.app, {
    customerId: made.customerId,
    caseId: made.caseId,
    contactPointId: made.phoneId,
    portfolio: book.portfolio,
    userId: null,
    exceptAttempt: null,
  });
  assert.ok(reserved.reserved);
  return made;
}

describe('replay', () => {
  it('decides the past again, finds nothing under the same rules, and says so', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    await calledOnce(world, book);
    await calledOnce(world, book);
    await world.clock.advance(60_000);
    const officer = await world.user('compliance');
    const { replayId, total } = await world.call(contract.startReplay, officer, {});
    assert.equal(total, 2);
    const replay = await finished(world, officer, replayId);
    assert.deepEqual(
      [replay.state, replay.done, replay.newlyRefused, replay.newlyAllowed, replay.error],
      ['done', 2, 0, 0, null],
    );
  });

  it('lists a contact that a later rule would have refused, with the rule', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await calledOnce(world, book);
    // The same decision as it would stand had the packs of that day known one rule less.
    const { rows } = await sql<StoredFacts & { id: string }>`
      select d.id, d.facts, ${baseFacts} from decisions d where d.purpose = 'reserve'`.execute(
      world.db,
    );
    const [kept] = rows;
    assert.ok(kept);
    const facts = unpackFacts(kept);
    const at = '2026-11-17T23:30:00-05:00';
    const packed = packFacts({ ...facts, proposed: { ...facts.proposed, at } });
    await sql`
      insert into decisions (customer_id, id, tenant_id, case_id, purpose, channel, verdict,
        rules, decision, facts, facts_hash, decided_at, portfolio_id)
      select customer_id, gen_random_uuid(), tenant_id, case_id, purpose, channel,
        'permitted', '{}', decision, ${packed.bytes}, ${packed.hash},
        decided_at - interval '1 day', portfolio_id
      from decisions where id = ${kept.id}`.execute(world.db);
    await world.clock.advance(60_000);
    const officer = await world.user('compliance');
    const { replayId } = await world.call(contract.startReplay, officer, { days: 30 });
    assert.equal((await finished(world, officer, replayId)).newlyRefused, 1);
    const { changes, more } = await world.call(contract.readReplayChanges, officer, {
      replayId,
      kind: 'newly_refused',
    });
    assert.equal(more, false);
    assert.deepEqual(
      changes.map(({ caseId, was, becomes, rulesBecomes }) => [caseId, was, becomes, rulesBecomes]),
      [[made.caseId, 'permitted', 'refused', ['USF-6B1-HOURS']]],
    );
  });

  it('refuses a rule that no pack has, and shows nobody another portfolio', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    await calledOnce(world, book);
    await world.clock.advance(60_000);
    const everywhere = await world.user('compliance');
    const elsewhere = await world.user('compliance', (await book.addPortfolio({ name: 'B' })).id);
    const wrong = await world.request(contract.startReplay, everywhere, {
      alsoSpeaking: ['XX-NOT-A-RULE'],
    });
    assert.deepEqual([wrong.status, wrong.body['type']], [400, '/problems/invalid-input']);
    const { replayId } = await world.call(contract.startReplay, everywhere, {});
    await finished(world, everywhere, replayId);
    const seen = await world.call(contract.listReplays, elsewhere, {});
    assert.deepEqual(seen.replays, []);
    const opened = await world.request(contract.readReplayChanges, elsewhere, { replayId });
    assert.equal(opened.status, 404);
    const own = await world.call(contract.startReplay, elsewhere, {});
    assert.equal(own.total, 0);
  });
});
