import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallBook } from '#test/support/books/small-book.ts';
import { openBrowser, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';

const world = await servedWorld({});
const browser = await openBrowser();
const book = await smallBook({ app: world.app, db: world.app.db });
const { caseId } = await book.addCase({ customer: { name: 'Ada Quill' } });

test('an officer proposes to confirm a rule, and sees a manager confirm it', async () => {
  const path = '/compliance?tab=packs&pack=IT';
  const { page, faults } = await signedInPage(browser, world, world.login('compliance'), { path });
  const propose = page.getByRole('button', { name: 'Propose to confirm it' }).first();
  await propose.click();
  await page.getByLabel('What was read').fill('The code, on 20 November');
  await page.getByRole('textbox', { name: 'Why' }).fill('We are members');
  await propose.click();
  await page.getByText('You proposed this').waitFor();

  const list = { path: '/compliance?tab=packs' };
  const manager = await signedInPage(browser, world, world.login('manager'), list);
  await manager.page.getByText('Waiting for a second person').waitFor();
  await manager.page.getByRole('button', { name: 'Confirm it', exact: true }).click();
  await manager.page.getByText('Rules switched so far').waitFor();

  await page.getByText('Confirmed', { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Rule packs' }).waitFor();
  assert.deepEqual([...faults, ...manager.faults], []);
});

test('why not and when next is asked with the keyboard, and no name stands in an address', async () => {
  const path = '/compliance?tab=why';
  const { page, faults, urls } = await signedInPage(browser, world, world.login('compliance'), {
    path,
  });
  const find = page.getByLabel('Find a case');
  await find.fill('Ada Qu');
  await page.getByRole('button', { name: /Ada Quill/ }).waitFor();
  await find.press('Enter');
  await page.getByText('Asked about').waitFor();
  await page.getByLabel('At another moment').fill('2026-11-20T03:00');
  await page.getByText('Allowed from').first().waitFor();
  await page.goto(`${world.url}/cases/${caseId}`);
  await page.getByRole('button', { name: 'Why can’t we reach them?' }).click();
  await page.waitForURL(/tab=why/);
  await page.getByText('Asked about').waitFor();
  const screens = urls.filter((url) => !url.includes('/api/'));
  assert.ok(screens.every((url) => !url.includes('Ada')));
  assert.deepEqual(faults, []);
});
