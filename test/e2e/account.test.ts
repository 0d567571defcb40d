import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { newPage, openBrowser, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import { auditBothWays } from './audit.ts';

const world = await servedWorld();
const browser = await openBrowser();
const login = world.login('agent');

/** An authenticator of the browser's own, which a finger unlocks at once. */
async function withAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    ...({ protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const),
    ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  };
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

const signOut = async (page: Page) => {
  await page.evaluate(async () => {
    await fetch('/api/auth/sign-out', {
      method: 'POST',
      headers: { 'x-dunlin': '1', 'content-type': 'application/json' },
      body: '{}',
    });
  });
  // The page may notice first that nobody is signed in, and go there by itself.
  await page
    .goto(`${world.url}/sign-in`)
    .catch(() => page.waitForURL((address) => address.pathname === '/sign-in'));
};

test('a passkey is added, signs in alone and beside the password, and is removed, by keyboard', async () => {
  const { page, faults } = await signedInPage(browser, world, login, { path: '/account' });
  await withAuthenticator(page);
  const add = page.getByRole('button', { name: 'Add a passkey' });
  await page.getByLabel('Name', { exact: true }).fill('Laptop');
  await page.getByLabel('Present password').nth(1).fill(login.password);
  await page.keyboard.press('Enter');
  await page.getByText('The passkey is added.').waitFor();
  await page.getByText('Laptop').waitFor();
  assert.equal(await add.count(), 0, 'another one is added by the first');

  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));

  await signOut(page);
  await page.locator('input[type=email]').fill(login.email);
  await page.locator('input[type=password]').fill(login.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Use your passkey' }).press('Enter');
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));

  await page.goto(`${world.url}/account`);
  await page.getByRole('button', { name: 'Set up an app' }).press('Enter');
  await page.getByRole('img', { name: 'QR code of the key' }).waitFor();
  assert.deepEqual(await auditBothWays(page, 'account with a key'), []);
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.locator('button:focus', { hasText: 'Set up an app' }).waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Use a passkey instead' }).press('Enter');
  await page.getByText('The passkey Laptop is removed.').waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a browser without a passkey for here says so, and the password still opens', async () => {
  const { page, faults } = await newPage(browser, world, { width: 390, height: 844 });
  await page.goto(`${world.url}/sign-in`);
  await withAuthenticator(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).press('Enter');
  await page.getByText('No passkey was used').waitFor();
  assert.deepEqual(await auditBothWays(page, 'sign-in without a passkey'), []);
  assert.deepEqual(faults, []);
  await page.context().close();
});
