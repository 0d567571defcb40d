import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOtherSignIns } from '#contract/account.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { newPage, openBrowser, signedInPage, signIn } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';

const world = await servedWorld();
const browser = await openBrowser();
const book = await smallBook({ app: world.app, db: world.app.db });
const others = await book.addPortfolio({ name: 'Loans' });
const mine = await book.addCase({ customer: { name: 'Ada Quill' } });
const theirs = await book.addCase({
  customer: { name: 'Ben Rowe' },
  portfolioId: others.id,
});
const agent = await world.loginFor('agent', 'Keeper', book.portfolio.id);

test('an agent opens cases of the own portfolio by address, and none of another', async () => {
  const { page, faults } = await signedInPage(browser, world, agent, {
    path: `/desk?case=${mine.caseId}`,
  });
  await page.getByRole('heading', { level: 1, name: 'Ada Quill' }).waitFor();

  const refused = page.waitForResponse((answer) =>
    answer.url().includes(`/api/cases/${theirs.caseId}`),
  );
  await page.goto(`${world.url}/desk?case=${theirs.caseId}`);
  assert.ok([403, 404].includes((await refused).status()));
  await page.getByRole('alert').first().waitFor();
  const shown = (await page.locator('body').textContent()) ?? '';
  assert.ok(!shown.includes('Ben Rowe'), shown);
  assert.deepEqual(faults, []);
});

test('an agent who opens another area is told that it is not theirs', async () => {
  const { page } = await signedInPage(browser, world, agent, { path: '/admin' });
  await page.getByText('This area is not open to you').waitFor();
});

test('whoever is signed out is sent to sign in, and comes back to where they were going', async () => {
  const { page } = await newPage(browser, world);
  await page.goto(`${world.url}/desk?case=${mine.caseId}`);
  await page.waitForURL('**/sign-in**');
  assert.equal(await page.getByText('Ada Quill').count(), 0);
  await signIn(page, agent);
  await page.getByRole('heading', { level: 1, name: 'Ada Quill' }).waitFor();
  assert.equal(new URL(page.url()).search, `?case=${mine.caseId}`);
});

test('a page whose sign-in was ended elsewhere goes to the sign-in and asks no more', async () => {
  const desk = `/desk?case=${mine.caseId}`;
  const { page, urls } = await signedInPage(browser, world, agent, { path: desk });
  const streams = () => urls.filter((url) => url.endsWith('/api/live')).length;
  const opened = page.waitForResponse((answer) => answer.url().endsWith('/api/live'));
  await page.reload();
  await opened;
  const before = streams();
  const other = await signedInPage(browser, world, agent, { path: '/account' });
  const headers = { 'x-dunlin': '1' };
  await other.page.request.post(`${world.url}${endOtherSignIns.path}`, { headers, data: {} });
  await page.waitForURL('**/sign-in?back=**');
  assert.equal(await page.getByText('Ada Quill').count(), 0);
  assert.ok(streams() - before <= 1, 'the stream is asked for once more, and then not again');
});
