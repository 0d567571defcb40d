import assert from 'node:assert/strict';
import { it } from 'node:test';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { countTrips } from '#test/support/world/round-trips.ts';
import { nextCase } from '#usecases/desk/take-next.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

it('a contact is reserved in two round trips and released in two', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const wantedOn = ({ customerId, caseId, phoneId: contactPointId }: typeof made) => ({
    ...{ customerId, caseId, contactPointId, portfolio: book.portfolio },
    ...{ userId: null, exceptAttempt: null },
  });
  const made = await book.addCase();
  // The first contact reads the policy of the portfolio, which the process then keeps.
  await reserveContact(world.app, wantedOn(await book.addCase()));
  const wanted = wantedOn(made);
  let reserved: Awaited<ReturnType<typeof reserveContact>> | null = null;
  const reserving = await countTrips(world, async () => {
    reserved = await reserveContact(world.app, wanted);
  });
  assert.deepEqual(reserving, { trips: 2, statements: 5 });
  const { attemptId, token } = reserved as unknown as { attemptId: string; token: string };
  const releasing = await countTrips(world, () =>
    releaseContact(world.app, wanted, attemptId, token),
  );
  assert.deepEqual(releasing, { trips: 2, statements: 6 });
});

it('the next case is taken, weighed and shown in six round trips', async () => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const [first, second] = [await world.user('agent'), await world.user('agent')];
  await book.addCase();
  await book.addCase();
  assert.ok((await nextCase(world.app, first, { portfolioId: null })).case);
  const taking = await countTrips(world, async () => {
    assert.ok((await nextCase(world.app, second, { portfolioId: null })).case);
  });
  assert.ok(taking.trips <= 6, `${taking.trips} round trips`);
});
