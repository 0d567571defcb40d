import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as compliance from '#contract/compliance/compliance.ts';
import * as packs from '#contract/compliance/rule-packs.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

/** A Sunday morning in Rome, when only an industry code that nobody has read keeps still. */
const aSunday = '2026-11-22T09:00:00.000Z';
const rule = 'IT-UNIREC-HOURS';
const proposal = {
  ...{ rule, turn: 'off' as const, reason: 'Not a member of the association' },
  sourceRead: 'Code of conduct, section on hours, read on 20 November 2026',
};

async function italianCase() {
  const world = await freshWorld({ at: aSunday });
  // Open on Sundays, so that the house's own hours say nothing.
  const houseHours = { sun: ['08:00', '20:00'] as const };
  const book = await smallBook(world, { settings: { gate: { houseHours } } });
  const made = await book.addCase({
    customer: { country: 'IT', region: null, zone: 'Europe/Rome', phones: ['+390612345678'] },
  });
  const wanted = {
    customerId: made.customerId,
    caseId: made.caseId,
    contactPointId: made.phoneId,
    portfolio: book.portfolio,
    userId: null,
    exceptAttempt: null,
  };
  const refusing = async () => {
    await world.db.deleteFrom('attempts').execute();
    const reserved = await reserveContact(world.app, wanted);
    return reserved.reserved ? [] : reserved.decision.reasons.map((reason) => reason.rule);
  };
  return { world, made, refusing };
}

describe('rules of unread source', () => {
  it('speak until two people who read the law switch them off, and again when confirmed', async () => {
    const { world, made, refusing } = await italianCase();
    const [officer, manager] = [await world.user('compliance'), await world.user('manager')];
    assert.deepEqual(await refusing(), [rule]);

    const { switchId } = await world.call(packs.proposeSwitch, officer, proposal);
    assert.deepEqual(await refusing(), [rule], 'one person alone changes nothing');
    const own = { switchId, confirmed: true };
    const alone = await world.request(packs.answerSwitch, officer, own);
    assert.deepEqual([alone.status, alone.body['type']], [403, '/problems/second-person-needed']);
    assert.deepEqual(await refusing(), [rule]);
    const why = await world.call(compliance.askWhyNot, officer, { caseId: made.caseId });
    const call = why.ways.find(({ channel }) => channel === 'phone_call');
    assert.equal(call?.reasons[0]?.basis, 'unread');

    await world.call(packs.answerSwitch, manager, own);
    assert.deepEqual(await refusing(), []);
    const again = await world.request(packs.answerSwitch, manager, own);
    assert.equal(again.body['type'], '/problems/already-done');

    const back = await world.call(packs.proposeSwitch, manager, { ...proposal, turn: 'on' });
    assert.deepEqual(await refusing(), [], 'it stays silent until the second person');
    await world.call(packs.answerSwitch, officer, { ...back, confirmed: true });
    assert.deepEqual(await refusing(), [rule]);
    const { list } = await world.call(packs.readPack, officer, { pack: 'IT' });
    const shown = list.find((one) => one.rule === rule);
    assert.deepEqual([shown?.speaks, shown?.confirmed], [true, true]);

    const logged = await world.db
      .selectFrom('eventLog')
      .select(['kind', 'actorId'])
      .where('kind', 'like', 'rule.%')
      .orderBy('seq')
      .execute();
    assert.deepEqual(
      logged.map(({ kind, actorId }) => [kind, actorId]),
      [
        ['rule.switch-proposed', officer.userId],
        ['rule.switched', manager.userId],
        ['rule.switch-proposed', manager.userId],
        ['rule.switched', officer.userId],
      ],
    );
  });

  it('go on speaking when the second person rejects', async () => {
    const { world, refusing } = await italianCase();
    const [officer, other] = [await world.user('compliance'), await world.user('compliance')];
    const { switchId } = await world.call(packs.proposeSwitch, officer, proposal);
    const twice = await world.request(packs.proposeSwitch, other, proposal);
    assert.deepEqual([twice.status, twice.body['reason']], [409, 'proposed-already']);
    await world.call(packs.answerSwitch, other, { switchId, confirmed: false });
    assert.deepEqual(await refusing(), [rule]);
    const { switches } = await world.call(packs.readSwitches, officer, {});
    assert.deepEqual(
      switches.map(({ rule, confirmed, answeredBy }) => [rule, confirmed, answeredBy]),
      [[rule, false, 'compliance']],
    );
    await world.call(packs.proposeSwitch, other, proposal);
  });

  it('alone can be switched: a rule that was read always speaks', async () => {
    const { world } = await italianCase();
    const officer = await world.user('compliance');
    const propose = (part: object) =>
      world.request(packs.proposeSwitch, officer, { ...proposal, ...part });
    const read = world.app.gate.packs
      .flatMap((pack) => pack.rules)
      .find(({ basis }) => basis === 'primary');
    const ofRead = await propose({ rule: read?.id });
    assert.equal(ofRead.status, 400);
    assert.match(JSON.stringify(ofRead.body), /source-was-read/);
    assert.equal((await propose({ rule: 'no-such-rule' })).status, 404);
    for (const turn of ['on', 'off']) {
      const unsaid = await propose({ turn, sourceRead: null });
      assert.match(JSON.stringify(unsaid.body), /source-not-said/);
    }
  });

  it('are switched for everyone, so not by those who have the right on one portfolio', async () => {
    const { world, made } = await italianCase();
    const manager = await world.user('manager', made.portfolioId);
    const { status } = await world.request(packs.proposeSwitch, manager, proposal);
    assert.equal(status, 403);
  });

  it('show in their pack as speaking and not read, with the proposal that waits', async () => {
    const { world } = await italianCase();
    const officer = await world.user('compliance');
    await world.call(packs.proposeSwitch, officer, proposal);
    const { packs: all } = await world.call(packs.readPacks, officer, {});
    const line = all.find(({ pack }) => pack === 'IT');
    assert.ok(line && line.silent === 0 && line.unread > 0);
    assert.equal(line.rules, line.primary + line.secondary + line.unread);
    const { list } = await world.call(packs.readPack, officer, { pack: 'IT' });
    const shown = list.find((one) => one.rule === rule);
    assert.deepEqual([shown?.speaks, shown?.confirmed, shown?.waiting?.turn], [true, false, 'off']);
    assert.ok(list.every(({ basis, confirmed }) => (confirmed === null) === (basis !== 'unread')));
  });
});
