import { after } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';

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

/** Debian's Chromium, or the one that CHROMIUM_PATH names; closed when the tests of the file end. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: flags,
  });
  after(() => browser.close());
  return browser;
}

/** A new page of its own that is signed in; failed requests and errors of the page are thrown. */
export async function signedInPage(
  browser: Browser,
  url: string,
  login: { readonly email: string; readonly password: string },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
  });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel(/e-?mail/i).fill(login.email);
  await page.getByLabel(/password/i).fill(login.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  return page;
}
