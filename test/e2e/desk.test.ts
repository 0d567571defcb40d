import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { openBrowser, pressOffered, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import { callNext, chooseReason, finishCall, sayLine, verifyByTyping } from './desk-keys.ts';

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

/** Holds back what a page asks for at some addresses; answers how to let it come. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

test('the keys of a case work while its history still waits for its words', async () => {
  const { page, faults } = await signedInPage(browser, world, world.login('agent'));
  await pressOffered(page, 'n');
  await page.locator('[aria-keyshortcuts="c"]:enabled').waitFor();
  await page.keyboard.press('i');
  await page.locator('form textarea:focus').waitFor();
  await page.keyboard.type('Prefers the afternoon.');
  // The first line of the history asks for the words of events.
  const letCodeCome = await holdBack(page, /\/assets\/.*\.js/);
  const words = page.waitForRequest(/\/assets\/.*\.js/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await words;
  await page.locator('[data-submit]').waitFor({ state: 'detached' });
  await page.keyboard.press('c');
  await page.getByText('Are you speaking with the right person?').waitFor();
  letCodeCome();
  await page.getByText('Prefers the afternoon.').waitFor();
  await finishCall(page, 'Not verified');
  assert.deepEqual(faults, []);
});

test('the focus stays at the work when a form closes, when a call ends, and between cases', async () => {
  const { page, faults } = await signedInPage(browser, world, world.login('agent'));
  const inside = (selector: string) => page.locator(`${selector}:focus, ${selector} :focus`);
  await callNext(page);
  await inside('[data-stage-start]').waitFor();
  await page.getByLabel('Postal code').or(page.getByLabel('Year of birth')).first().focus();
  await page.keyboard.press('Escape');
  await inside('[data-stage-start]').waitFor();
  await verifyByTyping(page, answers);
  await chooseReason(page, 'Forgot');
  await pressOffered(page, 'i');
  await inside('form').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-submit]').waitFor({ state: 'detached' });
  await inside('[data-stage-place]').waitFor();
  await pressOffered(page, 'e');
  await page.getByText('How did it end?').waitFor();
  await inside('[data-stage-place]').waitFor();
  await page.getByRole('radio', { name: 'Information given' }).check();
  await pressOffered(page, 'mod+Enter');
  await inside('[aria-label="What to do next"]').waitFor();
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
