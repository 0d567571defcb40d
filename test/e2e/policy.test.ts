import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { listPolicies } from '#contract/admin/policy.ts';
import { policySettings } from '#domain/policy/policy-settings.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { openBrowser, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import { settingWords } from '#web/admin/policy/setting-words.ts';

const world = await servedWorld({});
const browser = await openBrowser();
const book = await smallBook({ app: world.app, db: world.app.db });
await book.addCase({ customer: { name: 'Ada Quill' } });

/** The leaves of the policy that have one label; hours and limits have one a day and state. */
function leavesOf(schema: unknown, path = ''): string[] {
  if (!(schema instanceof z.ZodObject)) return [path];
  return Object.entries(schema.shape).flatMap(([name, part]) =>
    leavesOf(part, path === '' ? name : `${path}.${name}`),
  );
}

const file = new URL('../../web/ui/locales/en/admin.json', import.meta.url);
const catalogue: unknown = JSON.parse(readFileSync(file, 'utf8'));
const words = (key: string): string =>
  String(key.split('.').reduce<unknown>((at, name) => Object(at)[name], catalogue) ?? `no ${key}`);

/** Opens the portfolio of the book from the list. */
const openPortfolio = (page: Page) => page.getByRole('row', { name: 'Cards' }).click();

async function openPolicy(size: { width?: number; height?: number } = {}) {
  const options = { path: '/admin?tab=portfolios', ...size };
  const opened = await signedInPage(browser, world, world.login('manager'), options);
  await openPortfolio(opened.page);
  await opened.page.getByRole('heading', { name: 'Versions' }).waitFor();
  return opened;
}

async function save(page: Page, reason: string) {
  await page.getByLabel('Why is the policy changed?').fill(reason);
  await page.getByRole('button', { name: 'Save policy' }).click();
}

test('every field of the policy stands on the screen under its label', async () => {
  const { page, faults } = await openPolicy();
  const text = await page.locator('main').textContent();
  const missing = leavesOf(policySettings)
    .filter((path) => !/^(gate\.(houseHours|ruleHours|rulesOn|adviceOnly)|wipLimits)/.test(path))
    .map((path) => words(settingKey(path)))
    .filter((label) => !text?.includes(label));
  assert.deepEqual(missing, []);
  assert.equal(await page.getByLabel('Monday from').count(), 1);
  assert.deepEqual(faults, []);
});

test('while the list is read its grey rows are no rows that anybody could choose', async () => {
  const options = { path: '/admin?tab=system' };
  const { page } = await signedInPage(browser, world, world.login('manager'), options);
  const { promise: looked, resolve } = Promise.withResolvers<void>();
  await page.route(`**${listPolicies.path}`, async (route) => {
    await looked;
    await route.continue();
  });
  await page.getByRole('tab', { name: 'Portfolios' }).click();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.getByRole('row').count(), 1, 'the header');
  resolve();
  await openPortfolio(page);
  await page.getByRole('heading', { name: 'Versions' }).waitFor();
});

/** The key of a leaf in the catalogue. */
function settingKey(path: string): string {
  const keys: string[] = [];
  settingWords(((key: string) => keys.push(key)) as never, 'en', path, (rule) => rule);
  return keys.find((key) => !key.startsWith('ui:')) ?? path;
}

test('a wrong value is marked at its field, and a right one becomes a version', async () => {
  const { page, faults } = await openPolicy();
  const goal = page.getByLabel('Right-party contacts a day');
  await goal.fill('9999');
  await page.getByRole('group', { name: 'Days overdue' }).getByLabel('Up to').first().fill('31');
  await save(page, 'The goal was too low');
  await page.getByText('At most 500.').waitFor();
  await page.getByText('Each limit has to be higher').waitFor();
  await page.getByText('2 fields to correct').waitFor();

  await goal.fill('25');
  await page.getByRole('group', { name: 'Days overdue' }).getByLabel('Up to').first().fill('5');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await page.getByText('Right-party contacts a day: 20 → 25').waitFor();
  await page.getByText(/Days overdue: up to 0: 4, .* → up to 5: 4/).waitFor();
  assert.deepEqual(faults, []);
});

test('the server’s word on an amount stands at its field', async () => {
  const { page } = await openPolicy();
  await page.getByLabel('Least overdue amount to enter').fill('20.123');
  await save(page, 'Small debts are left');
  await page.getByText('This has more decimals than the currency.').waitFor();
});

test('house hours wait for a second person, who sees before and after and puts them in force', async () => {
  const { page, faults } = await openPolicy();
  const until = page.getByRole('group', { name: 'House hours' }).getByLabel('Wednesday until');
  await until.fill('21:00');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByText('Leave without saving?').waitFor();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await save(page, 'Later on Wednesdays');
  await page.getByText('1 setting waits for a second person.').waitFor();
  await page.getByText('You proposed this: somebody else confirms or rejects it.').waitFor();
  await page.getByText('House hours (Wednesday): 08:00, 20:00 → 08:00, 21:00').waitFor();
  assert.equal(await until.inputValue(), '20:00');

  const options = { path: '/compliance?tab=packs' };
  const other = await signedInPage(browser, world, world.login('compliance'), options);
  await other.page.getByText('House hours (Wednesday): 08:00, 20:00 → 08:00, 21:00').waitFor();
  await other.page.getByRole('button', { name: 'Put in force' }).click();
  await other.page.getByText('Confirmed: in force from the next decision on.').waitFor();
  await page.reload();
  await openPortfolio(page);
  await page.getByText(/confirmed by/).waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
});

test('another country is proposed after the screen has said what changes', async () => {
  const options = { path: '/admin?tab=portfolios' };
  const login = world.login('administrator');
  const { page, faults } = await signedInPage(browser, world, login, options);
  await openPortfolio(page);
  await page.getByLabel('Country', { exact: true }).selectOption('GB');
  await page.getByLabel('Reason').fill('Moved to London');
  await page.getByRole('button', { name: 'Save the portfolio' }).click();
  await page.getByText('Country: United States → United Kingdom').waitFor();
  await page.getByText(/open case/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Save the portfolio' }).click();
  const confirms = 'A second person has to confirm what decides which law applies.';
  await page.getByRole('alert').getByText(confirms).waitFor();
  assert.deepEqual(faults, []);
});
