import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { readHistory } from '#contract/cases.ts';
import type { Manner, Person } from '#domain/simulation/persona.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { openBrowser, pressOffered, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import {
  callNext,
  chooseReason,
  finishCall,
  recorded,
  sayLine,
  verifyByTyping,
} from './desk-keys.ts';
import {
  makePortfolio,
  runDay,
  sendFile,
  sendRequests,
  showsCount,
  takeIn,
  tryFile,
} from './office-steps.ts';
import {
  answersOf,
  badCount,
  bookFile,
  type Debtor,
  debtors,
  dollars,
  paymentsFile,
  wholeDebtMinor,
} from './story-book.ts';

/** How whoever is called next behaves. */
const mood: { manner: Manner } = { manner: 'plain' };
const asPerson = (person: Person) => answersBy('customer', { manner: mood.manner })(person);

const world = await servedWorld({ telephony: { unsureShare: 0 }, asPerson });
const browser = await openBrowser();

/** What the parts of the story hand on. */
const story: { promised: Debtor | null } = { promised: null };
const urls: string[] = [];
const faults: string[] = [];

/** A signed-in page whose addresses and faults are kept for the end. */
async function opened(role: 'manager' | 'supervisor' | 'agent', path: string): Promise<Page> {
  const watched = await signedInPage(browser, world, world.login(role), { path });
  watched.page.on('request', (request) => urls.push(request.url()));
  watched.page.on('framenavigated', (frame) => urls.push(frame.url()));
  watched.page.on('close', () => faults.push(...watched.faults));
  return watched.page;
}

test('a manager brings in a book: columns are guessed, bad rows are shown with reasons', async () => {
  const page = await opened('manager', '/office?tab=imports');
  await makePortfolio(page, 'Cards');
  await sendFile(page, 'cards.csv', bookFile);
  const guessed = async (column: string) =>
    page.getByLabel(`What is column ${column}?`).locator('option:checked').textContent();
  assert.equal(await guessed('Customer number'), 'Customer number');
  assert.equal(await guessed('Invoice number'), 'Invoice or item number');
  assert.equal(await guessed('Due date'), 'Due date');
  assert.equal(await guessed('Date of birth'), 'Date of birth');
  assert.equal(await guessed('Zip'), 'Postal code');
  await tryFile(page);
  await showsCount(page, 'New', debtors.length);
  await showsCount(page, 'Refused', badCount);
  await takeIn(page);
  await showsCount(page, 'New', debtors.length);
  const refused = page.getByRole('table', { name: 'Rows that did not come in' });
  for (const reason of [
    '12.345 is not exact in USD',
    '“2026-02-30” is no date that exists',
    'The customer has a credit here (-5.00)',
  ]) {
    await refused.getByText(reason).waitFor();
  }
  await page.close();
});

test('the daily run opens a case for each debtor; a week after the requests they can be called', async () => {
  const page = await opened('manager', '/');
  await runDay(page, world.url);
  await page.getByRole('row', { name: 'Cards' }).getByText('Done today').waitFor();
  await sendRequests(page, world.url, debtors.length);
  await page.close();
  world.letDaysPass(7);
  const later = await opened('manager', '/');
  await runDay(later, world.url);
  await later.getByRole('row', { name: 'Cards' }).getByText('Done today').waitFor();
  await later.close();
});

/** Calls the next customer and comes to an understanding of who it is and why they are late. */
async function reachAgreement(page: Page): Promise<Debtor> {
  const name = await callNext(page);
  const debtor = debtors.find((one) => one.name === name);
  assert.ok(debtor, name);
  await sayLine(page, 1);
  await sayLine(page, 2);
  await verifyByTyping(page, answersOf(debtor));
  await page.getByText(dollars(debtor.amountMinor)).first().waitFor();
  await chooseReason(page, 'Less income');
  return debtor;
}

/** An address answers late: nothing that is typed meanwhile may be lost. */
async function readSlowly(page: Page, path: string): Promise<void> {
  await page.route(`**${path.replace(/:\w+/, '*')}*`, async (route) => {
    await page.waitForTimeout(1_500);
    await route.continue();
  });
}

/** Reads the terms in the open form back and records them. */
async function readBackAndRecord(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.getByText('Read back; record it once they say yes:').waitFor();
  await page.getByLabel('The customer said yes to this').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await recorded(page, words);
}

test('an agent works cases with the keyboard alone, and help comes at once', async () => {
  const page = await opened('agent', '/desk');

  await readSlowly(page, readHistory.path);
  story.promised = await reachAgreement(page);
  await page.unrouteAll({ behavior: 'wait' });
  await pressOffered(page, 'p');
  await page.getByLabel('Amount in USD').waitFor();
  await readBackAndRecord(page, 'The promise is recorded.');
  await finishCall(page, 'Promise');

  await reachAgreement(page);
  await pressOffered(page, 'a');
  await page.getByLabel('Paid now, in USD').waitFor();
  await readBackAndRecord(page, 'Both payments are recorded.');
  await finishCall(page, 'Part now, promise for the rest');

  await reachAgreement(page);
  await pressOffered(page, 'l');
  await page.getByText('You may agree to this').waitFor();
  await readBackAndRecord(page, 'The plan is recorded.');
  await finishCall(page, 'Payment plan');

  await reachAgreement(page);
  await pressOffered(page, 'd');
  await page.getByLabel('What is wrong').waitFor();
  for (let fields = 0; fields < 3; fields += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('Paid in the branch in August.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await recorded(page, 'Collection of the disputed part has stopped.');
  await finishCall(page, 'Dispute');

  await callNext(page);
  await pressOffered(page, 'b');
  await page.getByLabel('Time, at their place').waitFor();
  await page.keyboard.press('Enter');
  await recorded(page, 'The callback is set.');
  await finishCall(page, 'Callback agreed');

  await helpComesAtOnce(page);
  await page.close();
});

/** A hostile call is seen on the floor while it lasts, and a supervisor takes it. */
async function helpComesAtOnce(page: Page): Promise<void> {
  const floor = await opened('supervisor', '/floor');
  await floor.getByText('Nobody needs help right now.').waitFor();
  mood.manner = 'hostile';
  const name = await callNext(page);
  await pressOffered(page, 'h');
  await floor.getByRole('listitem').filter({ hasText: name }).getByText('Hostile call').waitFor();
  await pressOffered(floor, 't');
  await floor.getByText('Taken by Test supervisor').waitFor();
  await pressOffered(page, 'x');
  await page.getByLabel('What they ask').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Do not ring me here again');
  await page.keyboard.press('Enter');
  await recorded(page, 'The wish is in force at once.');
  await finishCall(page, 'Asked for no contact');
  await floor.close();
}

test('a payment that comes by file keeps the promise and closes the case', async () => {
  const { promised } = story;
  assert.ok(promised);
  const page = await opened('manager', '/office?tab=imports');
  await sendFile(page, 'payments.csv', paymentsFile(promised, '2026-11-25'));
  await tryFile(page);
  await takeIn(page);
  await showsCount(page, 'Matched', 1);

  await page.goto(`${world.url}/cases`);
  await page.getByLabel('Name or reference').fill(promised.name);
  await page.getByRole('cell', { name: promised.name }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: promised.name }).waitFor();
  await page.getByText('Closed', { exact: true }).first().waitFor();
  await page.getByText('kept', { exact: true }).first().waitFor();
  await page.close();
});

test('the debt bridge closes to the cent, and a bar opens to its rows', async () => {
  const { promised } = story;
  assert.ok(promised);
  const page = await opened('manager', '/manage?tab=bridge');
  await page.getByText('Closes to the cent').waitFor();
  const bars = page.getByRole('list', { name: /Debt bridge of the period/ });
  const closing = dollars(wholeDebtMinor - promised.amountMinor);
  await bars.getByRole('button', { name: 'Closing' }).getByText(closing).waitFor();
  await bars.getByRole('button', { name: 'Collected' }).click();
  const rows = page.getByRole('dialog');
  await rows.getByRole('cell', { name: promised.name }).waitFor();
  await rows.getByText(dollars(promised.amountMinor)).first().waitFor();
  await page.close();
});

test('no address that any of these pages asked for held personal data, and nothing broke', () => {
  const asked = urls.map((url) => decodeURIComponent(url).toLowerCase());
  const personal = debtors.flatMap(({ name, email, mobile }) => [
    name.toLowerCase(),
    name.toLowerCase().replace(' ', '+'),
    email,
    mobile.replace(/\D/g, ''),
  ]);
  assert.ok(asked.length > 100, 'addresses were collected');
  assert.deepEqual(
    asked.filter((url) => personal.some((word) => url.includes(word))),
    [],
  );
  assert.deepEqual(faults, []);
});
