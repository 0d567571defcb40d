import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listApprovals } from '#contract/approvals.ts';
import * as compliance from '#contract/compliance/compliance.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import * as packs from '#contract/compliance/rule-packs.ts';
import { insertApproval } from '#storage/approvals/approvals.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { callFromDesk } from '#test/support/world/gate-log.ts';

/** A Wednesday at noon in Jerusalem; no law of the place says anything of calls. */
const noon = '2026-11-25T10:00:00.000Z';
const rule = 'DUNLIN-NO-RULE:IL:phone_call';
const proposal = {
  ...{ rule, turn: 'on' as const, reason: 'Counsel of the place was asked' },
  sourceRead: 'Proper Conduct Directive 450, read on 20 November 2026',
};

test('a channel without any rule of the place refuses and rings until two people confirm it', async () => {
  const world = await freshWorld({ at: noon });
  const book = await smallBook(world);
  const made = await book.addCase({
    customer: { country: 'IL', region: null, zone: 'Asia/Jerusalem', phones: ['+97221234567'] },
  });
  const [officer, manager] = [await world.user('compliance'), await world.user('manager')];
  const against = async () => {
    const { ways } = await world.call(compliance.askWhyNot, officer, { caseId: made.caseId });
    const call = ways.find(({ channel }) => channel === 'phone_call');
    return call?.reasons.map((reason) => reason.rule);
  };

  assert.deepEqual(await against(), ['DUNLIN-NO-RULE']);
  const agent = await world.user('agent');
  assert.equal((await callFromDesk(world, agent, made)).status, 409);
  const open = await world.call(alarms.readAlarms, officer, {});
  assert.deepEqual(
    open.alarms.map(({ kind, key, place }) => [kind, key, place?.country]),
    [['no-rule', 'IL', 'IL']],
  );
  const shown = await world.call(packs.readPack, officer, { pack: 'IL' });
  const call = shown.silences.find(({ channel }) => channel === 'phone_call');
  assert.deepEqual([call?.rule, call?.speaks], [rule, false]);
  assert.equal(shown.statements.length, 5);

  const { switchId } = await world.call(packs.proposeSwitch, officer, proposal);
  const own = await world.request(packs.answerSwitch, officer, { switchId, confirmed: true });
  assert.equal(own.body['type'], '/problems/second-person-needed');
  assert.deepEqual(await against(), ['DUNLIN-NO-RULE'], 'one person alone opens nothing');
  await world.call(packs.answerSwitch, manager, { switchId, confirmed: true });
  assert.deepEqual(await against(), []);

  const off = { rule, turn: 'off' as const, reason: 'A directive was found', sourceRead: null };
  const back = await world.call(packs.proposeSwitch, manager, off);
  assert.deepEqual(await against(), [], 'open until the second person');
  await world.call(packs.answerSwitch, officer, { ...back, confirmed: true });
  assert.deepEqual(await against(), ['DUNLIN-NO-RULE']);
  const { switches } = await world.call(packs.readSwitches, officer, {});
  const { title, channel, places } = switches[0] ?? {};
  assert.equal(title, 'No rule on calls in Israel');
  assert.deepEqual([channel, places], ['phone_call', [{ country: 'IL', part: null }]]);
  const { approvals } = await world.call(listApprovals, officer, {});
  const silences = approvals.flatMap(({ details }) => details.flatMap((one) => one.silence ?? []));
  assert.deepEqual(
    silences.map((one) => [one.channel, one.places]),
    [
      ['phone_call', [{ country: 'IL', part: null }]],
      ['phone_call', [{ country: 'IL', part: null }]],
    ],
    'the screen of approvals says it in the reader’s language',
  );
});

test('a switch of a channel of which a law speaks by now is still told in words', async () => {
  const world = await freshWorld();
  const officer = await world.user('compliance');
  const rule = 'DUNLIN-NO-RULE:US-FED:phone_call';
  const about = { rule, pack: 'US-FED', turn: 'on', sourceRead: 'A letter' };
  await insertApproval(world.db, {
    ...{ id: world.app.newId(), tenantId: world.app.tenantId, kind: 'rule', subject: 'rule:x' },
    ...{ portfolioId: null, customerId: null, caseId: null, about, amountMinor: null },
    ...{ reason: 'Long ago', askedBy: officer.userId ?? '', askedAt: noon, lapsesAt: noon },
  });
  const { switches } = await world.call(packs.readSwitches, officer, {});
  const told = switches.map(({ title, of, channel }) => [title, of, channel]);
  assert.deepEqual(told, [['No rule on calls in United States', 'channel', 'phone_call']]);
});

test('a rule that nobody has read is no answer: Germany and Spain ask for a confirmation', async () => {
  const world = await freshWorld({ at: noon });
  const officer = await world.user('compliance');
  const silences = async (pack: string) =>
    (await world.call(packs.readPack, officer, { pack })).silences.map(({ channel }) => channel);
  for (const pack of ['DE', 'ES']) {
    assert.ok((await silences(pack)).includes('phone_call'), pack);
    const confirmed = { ...proposal, rule: `DUNLIN-NO-RULE:${pack}:phone_call` };
    const { switchId } = await world.call(packs.proposeSwitch, officer, confirmed);
    const { switches } = await world.call(packs.readSwitches, officer, {});
    assert.deepEqual(
      switches.flatMap((one) => (one.id === switchId ? [one.of] : [])),
      ['channel'],
    );
  }
  assert.deepEqual(
    (await silences('IT')).filter((channel) => ['phone_call', 'sms'].includes(channel)),
    ['sms'],
    'the Italian code that was read speaks of calls alone',
  );
});

test('a channel of which a law speaks needs no confirmation, and cannot be given one', async () => {
  const world = await freshWorld({ at: noon });
  const officer = await world.user('compliance');
  for (const id of ['DUNLIN-NO-RULE:IN:phone_call', 'DUNLIN-NO-RULE:XX:sms']) {
    const reply = await world.request(packs.proposeSwitch, officer, { ...proposal, rule: id });
    assert.equal(reply.status, 404);
  }
  const agent = await world.user('agent');
  const reply = await world.request(packs.proposeSwitch, agent, proposal);
  assert.equal(reply.status, 403);
});
