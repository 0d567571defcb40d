import { existsSync } from 'node:fs';
import { afterEach } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { atEnd } from '../run/at-end.ts';
import type { ServedWorld } from './served-world.ts';
import { endPages, type Watched, watchPage } from './watched-page.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a page may take on a busy machine before a test fails; a wait ends as soon as it can. */
const patienceMs = 60_000;

/** Where Debian puts Chromium. */
const usualPath = '/usr/bin/chromium';

/** How the processes of a run hear where its browser is. */
const endpointVariable = 'TEST_BROWSER_ENDPOINT';

/**
 * Chromium for the tests of a file: the one that the run shares, else one that is closed when they
 * end. Pages are closed with the test that opened them; where it failed, they tell what they show.
 */
export async function openBrowser(): Promise<Browser> {
  const endpoint = process.env[endpointVariable];
  const browser = await (endpoint ? chromium.connect(endpoint) : launchBrowser());
  atEnd(() => browser.close());
  afterEach((t) => endPages(t.name, 'error' in t && t.error !== null));
  return browser;
}

/** Starts a browser for the processes started from now on; answers how to close it. */
export async function shareBrowser(): Promise<() => Promise<void>> {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const server = await chromium.launchServer({ ...launchOptions(), ...signals });
  process.env[endpointVariable] = server.wsEndpoint();
  return () => server.close();
}

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions());
}

function launchOptions(): { executablePath: string; args: string[] } {
  const executablePath = process.env['CHROMIUM_PATH'] || usualPath;
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it (Debian and Ubuntu: apt-get install ` +
        'chromium) or set CHROMIUM_PATH to a Chromium or Chrome.',
    );
  }
  return { executablePath, args: flags };
}

/** How a page differs from the usual: a desktop in New York, in English and light. */
export type PageOptions = {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'en' | 'es' | 'he';
  readonly scheme?: 'light' | 'dark';
};

/** A new page with cookies of its own, nobody signed in, whose clock is the product's. */
export async function newPage(
  browser: Browser,
  world: Pick<ServedWorld, 'shiftMs'>,
  { width = 1440, height = 900, language = 'en', scheme = 'light' }: PageOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'America/New_York',
  });
  context.setDefaultTimeout(patienceMs);
  await shiftClock(context, world.shiftMs());
  return watchPage(await context.newPage());
}

/** Lets the pages of a context live at the product's time; their timers run as ever. */
async function shiftClock(context: BrowserContext, shiftMs: number): Promise<void> {
  await context.addInitScript((shift) => {
    const Real = Date;
    const now = () => Real.now() + shift;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given, self) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, self),
      apply: () => new Real(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }, shiftMs);
}

/** Signs in on a page that stands at any address of the product. */
export async function signIn(
  page: Page,
  login: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.locator('input[type=email]').fill(login.email);
  await page.locator('input[type=password]').fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}

/** A new page that is signed in and stands at a path. */
export async function signedInPage(
  browser: Browser,
  world: Pick<ServedWorld, 'shiftMs' | 'url'>,
  login: { readonly email: string; readonly password: string },
  { path = '/', ...options }: PageOptions & { readonly path?: string } = {},
): Promise<Watched> {
  const watched = await newPage(browser, world, options);
  await watched.page.goto(`${world.url}${path}`);
  await signIn(watched.page, login);
  return watched;
}

/** Presses a key as soon as the screen offers it: a button that can be pressed names it. */
export async function pressOffered(page: Page, shortcut: string): Promise<void> {
  const key = shortcut.replace('mod', 'Control');
  await page.locator(`[aria-keyshortcuts="${key}"]:enabled`).first().waitFor();
  await page.keyboard.press(key);
}
