// Takes the pictures of the README: starts the product with the example book on a Wednesday morning
// in New York, has four agents call, and photographs the screens. Run it with Node 24 after
// `npm run build`: node docs/pictures/take.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { projectFolder } from '#boot/config.ts';
import { openWorld } from '#boot/open-world.ts';
import type { Manner, Person } from '#domain/simulation/persona.ts';
import { settled } from '#test/e2e/audit.ts';
import { callNext, chooseReason, sayLine, verifyByTyping } from '#test/e2e/desk-keys.ts';
import { sendFile } from '#test/e2e/office-steps.ts';
import { bookFile } from '#test/e2e/story-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { launchBrowser, pressOffered, signedInPage } from '#test/support/world/browser.ts';

const aWednesday = '2026-11-18T15:00:00.000Z';
const port = 7_171;
const mostTries = 12;

/** Who is called next: how they behave, and what they would answer. */
const line: { manner: Manner; answers: Readonly<Record<string, string>> } = {
  manner: 'plain',
  answers: {},
};
const asPerson = (person: Person): Person => {
  line.answers = person.answers;
  return answersBy('customer', { manner: line.manner, reason: 'job-lost' })(person);
};

const shiftMs = Date.parse(aWednesday) - Date.now();
const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-pictures-'));
const world = await openWorld({
  config: {
    port,
    host: '127.0.0.1',
    dataFolder,
    baseUrl: `http://localhost:${port}`,
    databaseUrl: null,
    logLevel: 'error',
    secret: null,
    exampleBook: true,
  },
  log: pino({ level: 'error' }, pino.destination({ fd: 2, sync: true })),
  webFolder: join(projectFolder, 'dist', 'web'),
  tell: (sentence) => process.stdout.write(`${sentence}\n`),
  clock: () => Date.now() + shiftMs,
  telephony: { seed: 'pictures', speed: 20, unsureShare: 0, inboundPerHour: 0 },
  asPerson,
});
const browser = await launchBrowser();
try {
  await takeAll();
} finally {
  await browser.close();
  await world.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function opened(role: string, path: string, index = 0): Promise<Page> {
  const login = world.logins.filter((one) => one.role === role)[index];
  if (!login) throw new Error(`the example has no ${role} number ${index}`);
  const place = { url: `http://localhost:${port}`, shiftMs: () => shiftMs };
  return (await signedInPage(browser, place, login, { path })).page;
}

async function photograph(page: Page, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

async function takeAll(): Promise<void> {
  const desk = await opened('agent', '/desk');
  await callSomeoneInEnglish(desk);
  await sayLine(desk, 1);
  await sayLine(desk, 2);
  const { answers } = line;
  const spoken = {
    'Postal code': answers['postal-code'] ?? '',
    'Year of birth': answers['birth-year'] ?? '',
    'Last four characters of the reference': answers['reference-end'] ?? '',
    Town: answers['city'] ?? '',
  };
  await verifyByTyping(desk, spoken);
  await sayLine(desk, 2);
  await chooseReason(desk, 'Lost the job');
  await sayLine(desk, 1);
  await photograph(desk, 'desk');

  for (const index of [1, 2, 3]) {
    const page = await opened('agent', '/desk', index);
    line.manner = index === 2 ? 'hostile' : 'plain';
    await callNext(page);
    if (index === 2) await pressOffered(page, 'h');
    if (index === 3) await pressOffered(page, 's');
  }
  const floor = await opened('supervisor', '/floor');
  await floor.getByText('Hostile call').first().waitFor();
  await photograph(floor, 'floor');

  const manager = await opened('manager', '/manage?tab=bridge');
  await photograph(manager, 'manage');
  await manager.goto(`http://localhost:${port}/office?tab=imports`);
  await sendFile(manager, 'cards-november.csv', bookFile);
  await photograph(manager, 'office');
}

/** Takes cases until one speaks English, so that every word of the picture can be read. */
async function callSomeoneInEnglish(page: Page): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    await pressOffered(page, 'n');
    await page.locator('[aria-keyshortcuts="c"]').waitFor();
    const speaks = page.locator('dd', { hasText: 'English' });
    if ((await speaks.count()) > 0) {
      await pressOffered(page, 'c');
      await page.getByText('Are you speaking with the right person?').waitFor();
      return;
    }
    await pressOffered(page, 'g');
  }
  throw new Error('nobody in the queue speaks English');
}
