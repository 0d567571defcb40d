import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as refusals from '#contract/compliance/refusals.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { instantOf } from '#kernel/time.ts';
import { type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';
import { takeMessage } from '#usecases/messages/steps/take-message.ts';

/** What somebody writes, the word it is kept under, and whether a person has to look. */
const told: readonly (readonly [words: string, scope: string, looked: boolean])[] = [
  ['Sorry, you have the wrong number', 'wrong_person', true],
  ['numero equivocado', 'wrong_person', true],
  ['I have a lawyer, talk to him', 'attorney', true],
  ['I filed for bankruptcy chapter 7 last week', 'bankruptcy', true],
  ['I dispute this debt', 'dispute', true],
  ['do not call me before 10am', 'time', true],
  ['STOP. My attorney is Jane Doe', 'all', true],
  ['wrong number, stop texting', 'all', true],
  ['Wrong person. STOP', 'address-all', true],
  ['STOP', 'address', false],
];

it('what somebody writes of themselves closes contact from its receipt, until a person has looked', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const content = { identity_disclosed: true, debt_collector_disclosure: 'initial' };
  for (const [words, scope, looked] of told) {
    const customer = { region: 'OH', city: 'Columbus', postalCode: '43004' };
    const made = await book.addCase({ customer });
    const at = instantOf(world.app.clock());
    const text = (said: string) =>
      takeMessage(world.app, {
        ...{ channel: 'sms', from: made.phones[0]?.value ?? '', subject: null, answers: null },
        ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
        words: said,
      });
    const rulesAgainst = async (channel: 'sms' | 'phone_call') => {
      const place = { customerId: made.customerId, caseId: made.caseId, userId: null };
      const to = { contactPointId: made.phoneId, portfolio: book.portfolio, exceptAttempt: null };
      const how = {
        channel,
        mode: 'manual',
        content: { ...content, optout_notice: true },
      } as const;
      const answer = await reserveContact(world.app, { ...place, ...to, how });
      return answer.reserved ? [] : answer.decision.reasons.map(({ rule }) => rule);
    };
    const { people } = await text(words);
    assert.equal(people[0]?.scope, scope, words);
    const closed = ['USF-14H-MEDIUM', 'DUNLIN-HOLD-MEDIUM-OPTOUT'];
    assert.deepEqual(await rulesAgainst('sms'), closed, words);
    const { refusals: queue } = await world.call(refusals.readRefusals, officer, {});
    const found = queue.filter(({ caseId }) => caseId === made.caseId);
    assert.equal(found.length, looked ? 1 : 0, words);
    if (!looked) continue;
    assert.deepEqual(await rulesAgainst('phone_call'), closed, words);
    // Who answers a stranger's telephone opens it for nobody.
    if (scope === 'wrong_person') {
      await text('START');
      assert.deepEqual(await rulesAgainst('phone_call'), closed, words);
    }
    const judgement = { verdict: 'not_opt_out', why: 'Noted on the case' } as const;
    await world.call(refusals.judgeRefusal, officer, {
      refusalId: found[0]?.id ?? '',
      ...judgement,
    });
    assert.deepEqual(await rulesAgainst('sms'), [], words);
  }
  await looksOnly(world, book, officer);
});

/** What closes nothing by guess waits for a person too, who need not say why nothing opens again. */
async function looksOnly(world: World, book: SmallBook, officer: Actor): Promise<void> {
  const made = await book.addCase({ customer: { name: 'Pat Doe' } });
  const at = instantOf(world.app.clock());
  const text = async (words: string) => {
    const { people } = await takeMessage(world.app, {
      ...{ channel: 'sms', from: made.phones[0]?.value ?? '', subject: null, answers: null },
      ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
      words,
    });
    return people[0]?.scope;
  };
  const said = [
    'I am in hospital',
    'my cousin said the thing again',
    'ok thanks a lot!',
    'This isn’t Pat',
  ];
  assert.deepEqual(await Promise.all(said.map(text)), ['health', 'unclear', null, 'wrong_person']);
  const opened = await world.db
    .selectFrom('preferences')
    .select('kind')
    .where('customerId', '=', made.customerId)
    .execute();
  assert.deepEqual(opened, [{ kind: 'opt_out_address' }]);
  const read = await Promise.all(
    (['unread', 'messages'] as const).map((which) =>
      world.call(refusals.readRefusals, officer, { which }),
    ),
  );
  const queue = read.flatMap((list) => list.refusals);
  const found = queue.filter(({ caseId }) => caseId === made.caseId);
  assert.deepEqual(found.map(({ scope }) => scope).sort(), ['health', 'unclear', 'wrong_person']);
  for (const { id: refusalId, scope } of found) {
    const answer = await world.request(refusals.judgeRefusal, officer, {
      ...{ refusalId, verdict: 'not_opt_out', scope: null, why: null },
    });
    assert.equal(answer.status, scope === 'wrong_person' ? 409 : 200, scope);
  }
}
