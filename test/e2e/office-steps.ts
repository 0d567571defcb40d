import type { Page } from 'playwright-core';

/** Makes a portfolio of a New York lender's consumer debts, from the list of files. */
export async function makePortfolio(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New portfolio' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('Creditor').fill('Tidewater Bank');
  await form.getByLabel('We collect as').selectOption({ label: 'A collection agency' });
  await form.getByLabel('Product').fill('Credit card');
  await form.getByLabel('Number shown to customers').fill('+12125550199');
  await form.getByRole('button', { name: 'Make portfolio' }).click();
  await form.waitFor({ state: 'detached' });
}

/** Sends a file; its columns, or a statement's first records, are shown next. */
export async function sendFile(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a file' }).click();
  const mimeType = 'text/csv';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType, buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Try it: nothing is changed' }).waitFor();
}

/** Waits until a figure of the import shows that number. */
export async function showsCount(page: Page, name: string, count: number): Promise<void> {
  const figure = page.locator('.mantine-Paper-root').filter({ hasText: `${name}${count}` });
  await figure.first().waitFor();
}

/** Tries the file, which changes nothing. */
export async function tryFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try it: nothing is changed' }).click();
  await page.getByText('This was a trial: nothing was changed.').waitFor();
}

/** Takes in what was tried. */
export async function takeIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import for real' }).click();
  await page.getByRole('button', { name: 'Undo the import' }).waitFor();
}

/** Runs the day by hand on the system's page, and waits until it is done. */
export async function runDay(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/admin?tab=system`);
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run now' }).click();
  await page
    .getByText(/The day of \d+ portfolio|Today was done already/)
    .first()
    .waitFor();
}

/** Records that every open request for payment went out by post today. */
export async function sendRequests(page: Page, url: string, count: number): Promise<void> {
  await page.goto(`${url}/office?tab=tasks`);
  const words = `Send the request for payment (${count})`;
  await page.locator('label', { hasText: words }).click();
  const sentOn = page.locator('form input[type=date]').first();
  const day = await sentOn.inputValue();
  // A date of which a part is missing is refused where it stands, and never sent as none.
  await sentOn.press('Delete');
  await page.getByRole('button', { name: 'Record all as sent' }).click();
  await page.getByText('Please give a real date.').waitFor();
  await sentOn.fill(day);
  await page.getByRole('button', { name: 'Record all as sent' }).click();
  await page.getByText(`${count} notices recorded.`).waitFor();
}
