import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { openBrowser, pressOffered, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import { callNext, finishCall, sayLine, verifyByTyping } from './desk-keys.ts';

const world = await servedWorld({ telephony: { unsureShare: 0 }, asPerson: answersBy('customer') });
const browser = await openBrowser();
const book = await smallBook({ app: world.app, db: world.app.db });
const names = ['Ada Quill', 'Ben Rowe', 'Cleo Marsh', 'Dov Lane', 'Eve Stone', 'Finn Hale'];
for (const name of names) await book.addCase({ customer: { name } });

const answers = { 'Postal code': '10001', 'Year of birth': '1980' };

test('a page loaded again in the middle of a call shows the call as it was', async () => {
  const { page, faults } = await signedInPage(browser, world, world.login('agent'));
  const customer = await callNext(page);
  assert.ok(names.includes(customer), customer);
  await sayLine(page, 1);
  await verifyByTyping(page, answers);
  const said = page.locator('[data-speaker="agent"]');
  const lines = await said.allInnerTexts();

  await page.reload();
  await page.getByText('Why is the payment late?').waitFor();
  await said.nth(lines.length - 1).waitFor();
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), customer);
  assert.deepEqual(await said.allInnerTexts(), lines);

  await pressOffered(page, 'b');
  await page.getByLabel('Time, at their place').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The callback is set').waitFor();
  await finishCall(page, 'Callback agreed');
  assert.deepEqual(faults, []);
});

test('two agents who ask for the next case at the same time get different customers', async () => {
  const second = await world.loginFor('agent', 'Second', book.portfolio.id);
  const desks = await Promise.all(
    [world.login('agent'), second].map((login) => signedInPage(browser, world, login)),
  );
  await Promise.all(desks.map(({ page }) => page.locator('[aria-keyshortcuts="n"]').waitFor()));
  const opened = await Promise.all(
    desks.map(async ({ page }) => {
      await pressOffered(page, 'n');
      await page.locator('[aria-keyshortcuts="c"]:enabled').waitFor();
      return page.getByRole('heading', { level: 1 }).textContent();
    }),
  );
  assert.equal(new Set(opened).size, 2, opened.join(', '));
  assert.deepEqual(
    desks.flatMap(({ faults }) => faults),
    [],
  );
});
