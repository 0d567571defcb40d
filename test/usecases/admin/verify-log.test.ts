import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

async function contacted(world: World) {
  const book = await smallBook(world);
  const made = await book.addCase();
  const wanted = {
    customerId: made.customerId,
    caseId: made.caseId,
    contactPointId: made.phoneId,
    portfolio: book.portfolio,
    userId: null,
    exceptAttempt: null,
  };
  for (let call = 0; call < 3; call += 1) {
    await reserveContact(world.app, wanted);
    await world.clock.advance(3_600_000);
  }
  return made;
}

describe('the record verifies itself', () => {
  it('every chain holds as written', async () => {
    const world = await freshWorld();
    await contacted(world);
    const verdict = await verifyLog(world.db);
    assert.equal(verdict.decisions, 3);
    assert.ok(verdict.events >= 3);
    assert.deepEqual([verdict.brokenCases, verdict.brokenPeople], [[], []]);
  });

  it('refuses to change or delete what was recorded', async () => {
    const world = await freshWorld({ forgesEvents: true });
    await contacted(world);
    for (const table of ['decisions', 'event_log', 'attempt_corrections', 'contact_facts']) {
      const statement = sql`delete from ${sql.table(table)}`;
      const rows = (await sql`select 1 from ${sql.table(table)} limit 1`.execute(world.db)).rows;
      if (rows.length > 0) await assert.rejects(statement.execute(world.db), /append|only|never/i);
    }
  });

  const tampering: readonly (readonly [string, string, 'brokenCases' | 'brokenPeople'])[] = [
    ['a changed verdict', `update decisions set verdict = 'refused'`, 'brokenPeople'],
    [
      'changed facts',
      `update decisions set facts = (select facts from decisions order by length(facts) limit 1)`,
      'brokenPeople',
    ],
    [
      'a decision taken out of the middle',
      `delete from decisions where id = (select id from decisions order by decided_at offset 1 limit 1)`,
      'brokenPeople',
    ],
    [
      'the last decision taken away',
      `delete from decisions where id = (select id from decisions order by decided_at desc limit 1)`,
      'brokenPeople',
    ],
    [
      'a changed event',
      `update event_log set facts = '{}' where kind = 'contact.reserved'`,
      'brokenCases',
    ],
    [
      'the last event taken away',
      `delete from event_log where seq = (select max(seq) from event_log where case_id is not null)`,
      'brokenCases',
    ],
  ];
  for (const [what, statement, where] of tampering) {
    it(`shows ${what}, which takes the database in hand`, async () => {
      const world = await freshWorld({ forgesEvents: true });
      await contacted(world);
      await sql.raw('alter table decisions disable trigger user').execute(world.db);
      await sql.raw('alter table event_log disable trigger user').execute(world.db);
      await sql.raw(statement).execute(world.db);
      assert.ok((await verifyLog(world.db))[where].length > 0);
    });
  }
});
