import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
};
declare const axe: { run(): Promise<{ violations: Found[] }> };

/** Findings that keep somebody from working; lesser ones are advice. */
const grave: readonly (string | null)[] = ['serious', 'critical'];

/** Waits until a screen has read what it shows, then checks it with axe-core; tells grave findings. */
export async function audit(page: Page, screen: string): Promise<string[]> {
  await settled(page);
  // Evaluated, not put into the page: its content policy allows no foreign script.
  await page.evaluate(source);
  const violations = await page.evaluate(async () => (await axe.run()).violations);
  return violations
    .filter(({ impact }) => grave.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id}: ${html.slice(0, 300)}`));
}

/** Nothing is being read any more and nothing on the screen is moving. */
const isSettled = `
  document.querySelector('h1') !== null &&
  document.querySelector('.mantine-Skeleton-root, [aria-busy="true"], [data-loading]') === null &&
  document.getAnimations().every(({ playState }) => playState !== 'running')
`;

/** Waits until a screen shows what it was asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(isSettled);
}

/** How many pixels a page is wider than its window: more than none means it scrolls sideways. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
