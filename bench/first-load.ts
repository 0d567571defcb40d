import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '#boot/config.ts';
import { launchBrowser, newPage, signedInPage } from '#test/support/world/browser.ts';
import { servedWorld } from '#test/support/world/served-world.ts';
import type { BenchResult } from './figure.ts';

const budgetKb = 250;
const webFolder = join(projectFolder, 'dist', 'web');

/** What a browser with nothing in its cache loads until the desk of a signed-in agent stands still. */
export async function bench(): Promise<BenchResult> {
  const world = await servedWorld();
  const browser = await launchBrowser();
  try {
    const { page } = await signedInPage(browser, world, world.login('agent'));
    const cookies = await page.context().cookies();
    const fresh = await newPage(browser, world);
    await fresh.page.context().addCookies(cookies);
    await fresh.page.goto(`${world.url}/desk`, { waitUntil: 'networkidle' });
    const paths = new Set(fresh.urls.map((url) => new URL(url).pathname));
    const scripts = [...paths].filter((path) => path.endsWith('.js'));
    const plain = scripts.map((path) => readFileSync(join(webFolder, path)));
    const measured = sumKb(scripts.map((path) => readFileSync(sentFor(path))));
    return {
      name: 'first-load',
      setting: `${scripts.length} scripts of /desk, as they are sent to a browser that takes Brotli`,
      figures: [
        {
          what: 'JavaScript of the first load of the desk, compressed',
          unit: 'kB',
          measured,
          baseline: sumKb(plain.map((text) => gzipSync(text, { level: 9 }))),
          baselineWhat: 'the same by gzip -9',
          budget: `≤ ${budgetKb} kB`,
          met: measured <= budgetKb,
        },
      ],
    };
  } finally {
    await browser.close();
  }
}

/** The file behind an address: its Brotli copy, which short texts do not have. */
function sentFor(path: string): string {
  const file = join(webFolder, path);
  return existsSync(`${file}.br`) ? `${file}.br` : file;
}

function sumKb(texts: readonly Buffer[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0) / 1000;
}
