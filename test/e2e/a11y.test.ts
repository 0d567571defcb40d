import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Role } from '#domain/workforce/rights.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import {
  newPage,
  openBrowser,
  type PageOptions,
  pressOffered,
  signedInPage,
} from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import { audit, auditBothWays } from './audit.ts';
import { chooseReason, sayLine, verifyByTyping } from './desk-keys.ts';

const world = await servedWorld({ telephony: { unsureShare: 0 }, asPerson: answersBy('customer') });
const browser = await openBrowser();
const book = await smallBook({ app: world.app, db: world.app.db });
const first = await book.addCase({ customer: { name: 'Ada Quill' } });
for (const name of ['Ben Rowe', 'Cleo Marsh', 'Dov Lane', 'Eve Stone', 'Finn Hale']) {
  await book.addCase({ customer: { name } });
}

const answers = { 'Postal code': '10001', 'Year of birth': '1980' };

/** The areas that a role opens, each with the tabs that can be reached by address. */
const screens: readonly (readonly [Role, string])[] = [
  ['supervisor', '/floor'],
  ['manager', '/manage?tab=figures'],
  ['manager', '/manage?tab=bridge'],
  ['manager', '/manage?tab=ageing'],
  ['manager', '/manage?tab=board'],
  ['manager', '/cases'],
  ['manager', `/cases/${first.caseId}`],
  ['manager', '/office?tab=tasks'],
  ['manager', '/office?tab=imports'],
  ['manager', '/office?tab=entries'],
  ['manager', '/office?tab=payments'],
  ['manager', '/office?tab=events'],
  ['manager', '/admin?tab=portfolios'],
  ['manager', '/admin?tab=system'],
  ['administrator', '/admin?tab=users'],
  ['compliance', '/compliance?tab=decisions'],
  ['compliance', '/compliance?tab=decisions&figure=decisions'],
  ['compliance', `/compliance?tab=why&case=${first.caseId}`],
  ['compliance', '/compliance?tab=packs'],
  ['compliance', '/compliance?tab=packs&pack=US-FED'],
];

/** Opens each screen and looks at it; signs in once for each role. */
async function each(
  wanted: typeof screens,
  options: PageOptions,
  look: (page: Page, path: string) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const role of new Set(wanted.map(([own]) => own))) {
    const { page, faults } = await signedInPage(browser, world, world.login(role), options);
    for (const [, path] of wanted.filter(([own]) => own === role)) {
      await page.goto(`${world.url}${path}`);
      found.push(...(await look(page, path)));
    }
    found.push(...faults);
    await page.context().close();
  }
  return found;
}

test('every step of a call at the desk is free of serious findings and fits a phone', async () => {
  const { page } = await newPage(browser, world);
  await page.goto(`${world.url}/sign-in`);
  const found = await auditBothWays(page, 'sign-in');
  const desk = await signedInPage(browser, world, world.login('agent'));
  await page.context().close();
  await desk.page.locator('[aria-keyshortcuts="n"]').waitFor();
  found.push(...(await auditBothWays(desk.page, 'my day')));
  await pressOffered(desk.page, 'n');
  await desk.page.locator('[aria-keyshortcuts="c"]:enabled').waitFor();
  found.push(...(await auditBothWays(desk.page, 'before the call')));
  await pressOffered(desk.page, 'c');
  await desk.page.getByText('Are you speaking with the right person?').waitFor();
  await sayLine(desk.page, 1);
  found.push(...(await auditBothWays(desk.page, 'not verified')));
  await verifyByTyping(desk.page, answers);
  found.push(...(await auditBothWays(desk.page, 'reason')));
  await chooseReason(desk.page, 'Forgot');
  found.push(...(await auditBothWays(desk.page, 'verified')));
  await pressOffered(desk.page, 'l');
  await desk.page.getByText('Together', { exact: true }).waitFor();
  found.push(...(await auditBothWays(desk.page, 'plan')));
  await desk.page.keyboard.press('Escape');
  await pressOffered(desk.page, 'h');
  await desk.page.getByText('Your supervisor is alerted').first().waitFor();
  found.push(...(await each([['supervisor', '/floor']], {}, auditBothWays)));
  await pressOffered(desk.page, 'e');
  await desk.page.getByText('How did it end?').waitFor();
  found.push(...(await auditBothWays(desk.page, 'wrap-up')));
  assert.deepEqual([...found, ...desk.faults], []);
});

test('every screen is free of serious findings and fits a phone', async () => {
  assert.deepEqual(await each(screens, {}, auditBothWays), []);
});

test('desk and overview are free of serious findings in the dark and from right to left', async () => {
  const found: string[] = [];
  const ways = [
    [{ scheme: 'dark' }, 'html[data-mantine-color-scheme="dark"]'],
    [{ language: 'he' }, 'html[lang="he"][dir="rtl"]'],
  ] as const;
  for (const [options, sign] of ways) {
    const manage = screens.filter(([, path]) => /figures|bridge/.test(path));
    found.push(...(await each(manage, options, audit)));
    const name = Object.values(options).join(' ');
    const who = await world.loginFor('agent', `Agent-${name}`, book.portfolio.id);
    const { page, faults } = await signedInPage(browser, world, who, options);
    await page.locator(`${sign} [aria-keyshortcuts="n"]`).waitFor();
    found.push(...(await audit(page, `my day, ${name}`)));
    await pressOffered(page, 'n');
    await pressOffered(page, 'c');
    await pressOffered(page, 'v');
    found.push(...(await audit(page, `not verified, ${name}`)), ...faults);
  }
  assert.deepEqual(found, []);
});
