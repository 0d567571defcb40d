import type { Page, Request } from 'playwright-core';

/** What a page shows wrong without a test asking: its own errors and answers of 500 and up. */
export type Watched = { readonly page: Page; readonly faults: string[]; readonly urls: string[] };

/** What is known of a page beside what its test asks. */
type Notes = {
  readonly faults: readonly string[];
  /** Warnings and errors of the browser's console, and answers of 400 and up. */
  readonly told: string[];
  /** Asked for and not received. */
  readonly open: Set<Request>;
};

/** The open pages of the test that runs. */
const notesOf = new Map<Page, Notes>();

const longestText = 3_000;

/** Collects what a page asks for, and what goes wrong on it. */
export function watchPage(page: Page): Watched {
  const faults: string[] = [];
  const urls: string[] = [];
  const told: string[] = [];
  const open = new Set<Request>();
  notesOf.set(page, { faults, told, open });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('framenavigated', (frame) => urls.push(frame.url()));
  page.on('request', (request) => {
    urls.push(request.url());
    // The stream of news is never over.
    if (!request.url().endsWith('/api/live')) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => {
    open.delete(request);
    told.push(`${request.failure()?.errorText} ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    const status = response.status();
    if (status >= 500) faults.push(`${status} ${response.url()}`);
    if (status >= 400) told.push(`${status} ${response.request().method()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) told.push(message.text());
  });
  return { page, faults, urls };
}

/** Waits until a page has received everything it asked for. */
export async function quiet(page: Page): Promise<void> {
  const open = notesOf.get(page)?.open ?? new Set();
  for (let [request] = open; request; [request] = open) {
    await request.response().then((response) => response?.finished());
    open.delete(request);
  }
}

/**
 * Closes what a test opened, so that pages nobody looks at do not ask on beside the next test. Where
 * the test failed, each tells first what it shows.
 */
export async function endPages(test: string, hasFailed: boolean): Promise<void> {
  const pages = [...notesOf];
  notesOf.clear();
  for (const [page, notes] of pages) {
    if (page.isClosed()) continue;
    if (hasFailed)
      console.error(`"${test}" failed with this page open:\n${await seen(page, notes)}`);
    await page.context().close();
  }
}

async function seen(page: Page, { faults, told, open }: Notes): Promise<string> {
  // A page that hangs must not keep its report waiting as long as a test waits.
  const timeout = 5_000;
  const text = await page
    .locator('body')
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not the words of hidden parts
    .innerText({ timeout })
    .catch((error: unknown) => `no text could be read: ${error}`);
  const focus = await page
    .locator(':focus')
    .evaluate((element: { readonly outerHTML: string }) => element.outerHTML, null, { timeout })
    .catch(() => 'nothing');
  return [
    `address: ${page.url()}`,
    `faults: ${faults.join('\n  ') || 'none'}`,
    `told by the browser: ${told.join('\n  ') || 'nothing'}`,
    `asked and not answered: ${[...open].map((one) => `${one.method()} ${one.url()}`).join('\n  ') || 'nothing'}`,
    `focus: ${focus.slice(0, 300)}`,
    `text:\n${text.replaceAll(/\s*\n\s*/g, '\n').slice(0, longestText)}`,
  ].join('\n');
}
