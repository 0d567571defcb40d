import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as refusals from '#contract/compliance/refusals.ts';
import { instantOf } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { takeMessage } from '#usecases/messages/steps/take-message.ts';

it('a wish for letters only closes all else until a person has read it, who can say so in one step', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const officer = await world.user('compliance');
  const made = await book.addCase();
  const at = instantOf(world.app.clock());
  const text = (words: string) =>
    takeMessage(world.app, {
      ...{ channel: 'sms', from: made.phones[0]?.value ?? '', subject: null, answers: null },
      ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
      words,
    });
  const closed = async () => {
    const rows = await world.db
      .selectFrom('preferences as p')
      .select(['p.channel'])
      .where('p.customerId', '=', made.customerId)
      .where('p.kind', '=', 'opt_out_medium')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('preferences as w').select('w.id').whereRef('w.withdraws', '=', 'p.id'),
          ),
        ),
      )
      .execute();
    return rows.map(({ channel }) => channel).sort();
  };
  const others = ['chat', 'messaging', 'phone_call', 'push', 'social_dm'];
  const judge = async (judgement: { verdict: 'opt_out' | 'not_opt_out'; scope?: 'only-email' }) => {
    const { refusals: queue } = await world.call(refusals.readRefusals, officer, {});
    const refusalId = queue[0]?.id ?? '';
    await world.call(refusals.judgeRefusal, officer, { refusalId, why: 'Read', ...judgement });
  };

  const { people } = await text('Bitte nur per Brief');
  assert.equal(people[0]?.scope, 'only-letter');
  assert.deepEqual(await closed(), [...others, 'email', 'sms'].sort());
  await judge({ verdict: 'not_opt_out' });
  assert.deepEqual(await closed(), []);

  await text('why do you keep calling me');
  await judge({ verdict: 'opt_out', scope: 'only-email' });
  assert.deepEqual(await closed(), [...others, 'letter', 'sms'].sort());
});
