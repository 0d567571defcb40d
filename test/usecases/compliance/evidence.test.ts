import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import * as cases from '#contract/cases.ts';
import { exportEvidence } from '#contract/compliance/evidence.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

type Json = {
  readonly tables: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  readonly chains: readonly { of: string; holds: boolean; links: number }[];
  readonly rules: readonly { id: string; citation: string }[];
  readonly users: Readonly<Record<string, string>>;
};

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
  assert.ok((await reserveContact(world.app, wanted)).reserved);
  const supervisor = await world.user('supervisor');
  await world.call(cases.setHold, supervisor, {
    caseId: made.caseId,
    kind: 'deceased',
    why: 'Told by the family',
    reviewOn: '2026-12-01',
  });
  await world.clock.advance(120_000);
  assert.equal((await reserveContact(world.app, wanted)).reserved, false);
  return { ...made, portfolioId: book.portfolio.id };
}

describe('evidence', () => {
  it('hands out every table as JSON, with the law named and the chains computed anew', async () => {
    const world = await freshWorld();
    const { caseId } = await contacted(world);
    const officer = await world.user('compliance');
    const file = await world.call(exportEvidence, officer, { caseId, format: 'json' });
    const bytes = Buffer.from(file.base64, 'base64');
    assert.equal(file.sha256, createHash('sha256').update(bytes).digest('hex'));
    const json = JSON.parse(bytes.toString()) as Json;
    assert.equal(json.tables['attempts']?.length, 1);
    assert.equal(json.tables['decisions']?.length, 2);
    assert.equal('token_hash' in (json.tables['attempts']?.[0] ?? {}), false);
    assert.ok(json.chains.length >= 2 && json.chains.every(({ holds }) => holds));
    assert.ok(json.rules.some(({ id, citation }) => id === 'DECEASED-REP' && citation));
    assert.ok(Object.values(json.users).includes('supervisor'));
  });

  it('makes a PDF that carries the JSON inside', async () => {
    const world = await freshWorld();
    const { caseId } = await contacted(world);
    const officer = await world.user('compliance');
    const file = await world.call(exportEvidence, officer, { caseId, format: 'pdf' });
    const bytes = Buffer.from(file.base64, 'base64').toString('latin1');
    assert.equal(file.mediaType, 'application/pdf');
    assert.match(bytes, /^%PDF-1\./);
    assert.match(bytes, /EmbeddedFile/);
    assert.match(bytes, /record\.json/);
    const logged = await world.db
      .selectFrom('eventLog')
      .select('actorId')
      .where('kind', '=', 'evidence.exported')
      .execute();
    assert.deepEqual(logged, [{ actorId: officer.userId }]);
  });

  it('shows a chain that was tampered with', async () => {
    const world = await freshWorld();
    const { caseId, customerId } = await contacted(world);
    // Only somebody with the database in hand can do this: the product refuses it.
    await sql`alter table decisions disable trigger user`.execute(world.db);
    await sql`update decisions set verdict = 'permitted', rules = '{}'
      where customer_id = ${customerId}::uuid and verdict = 'refused'`.execute(world.db);
    const officer = await world.user('compliance');
    const file = await world.call(exportEvidence, officer, { caseId, format: 'json' });
    const json = JSON.parse(Buffer.from(file.base64, 'base64').toString()) as Json;
    assert.equal(json.chains.find(({ of }) => of === 'decisions')?.holds, false);
  });

  it('gives nobody what another portfolio knows of the person', async () => {
    const world = await freshWorld();
    const { caseId } = await contacted(world);
    const book = await smallBook(world, { name: 'Other' });
    const elsewhere = await world.user('compliance', book.portfolio.id);
    const { status } = await world.request(exportEvidence, elsewhere, { caseId, format: 'pdf' });
    assert.equal(status, 403);
  });
});
