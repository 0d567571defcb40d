import type { Page } from 'playwright-core';
import { pressOffered } from '#test/support/world/browser.ts';

/** Takes the next case and calls; answers the customer's name once somebody is on the line. */
export async function callNext(page: Page): Promise<string> {
  await pressOffered(page, 'n');
  await pressOffered(page, 'c');
  await page.getByText('Are you speaking with the right person?').waitFor();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Says a line of the script by its number and waits until it stands in the conversation. */
export async function sayLine(page: Page, number: number): Promise<void> {
  const said = page.locator('[data-speaker="agent"]');
  const before = await said.count();
  await pressOffered(page, String(number));
  await said.nth(before).waitFor();
}

type Labelled = { readonly labels?: Iterable<{ readonly textContent: string | null }> | null };

function labelOf(field: unknown): string {
  const [label] = (field as Labelled).labels ?? [];
  return label?.textContent ?? '';
}

function textOf(element: unknown): string {
  return (element as { readonly textContent: string | null }).textContent ?? '';
}

const looks = 1_200;
const lookMs = 50;

/** What is read of the element that has the focus, once it is something else than before. */
async function focused(
  page: Page,
  read: (element: unknown) => string,
  before: string,
): Promise<string> {
  for (let look = 0; look < looks; look += 1) {
    const found = await page.locator(':focus').evaluate(read);
    if (found !== '' && found !== before) return found;
    await page.waitForTimeout(lookMs);
  }
  throw new Error(`the focus did not leave "${before}"`);
}

/** Asks and types answers until the right person is verified. */
export async function verifyByTyping(
  page: Page,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  let question = '';
  for (const right of [1, 2]) {
    await pressOffered(page, 'v');
    question = await focused(page, labelOf, question);
    const answer = answers[question];
    if (answer === undefined) throw new Error(`nobody knows the answer to "${question}"`);
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
    if (right === 1) await page.getByText('1 of 2 right answers').waitFor();
  }
  await page.getByText('Why is the payment late?').waitFor();
}

/** Chooses the reason for being late with the arrow keys. */
export async function chooseReason(page: Page, reason: string): Promise<void> {
  await page.locator('[data-stage-start]:enabled').waitFor();
  await page.keyboard.press('w');
  let reached = await focused(page, textOf, '');
  for (let steps = 0; reached !== reason; steps += 1) {
    if (steps > 30) throw new Error(`there is no reason "${reason}"`);
    await page.keyboard.press('ArrowRight');
    reached = await focused(page, textOf, reached);
  }
  await page.keyboard.press('Enter');
  await page.getByText('What you may offer').waitFor();
}

/** Waits until a form was taken: the screen says that its facts are recorded. */
export async function recorded(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  await page.locator('[data-submit]').waitFor({ state: 'detached' });
}

/** Hangs up and finishes with the result that is proposed. */
export async function finishCall(page: Page, result: string): Promise<void> {
  await pressOffered(page, 'e');
  await page.getByRole('radio', { name: result, checked: true }).waitFor();
  await pressOffered(page, 'mod+Enter');
  await page.locator('[aria-keyshortcuts="n"]:enabled').waitFor();
}
