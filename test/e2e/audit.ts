import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { quiet } from '#test/support/world/watched-page.ts';

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

/** What is used of a browser's page: the tests are compiled without its types. */
type Shown = {
  readonly document: {
    readonly querySelector: (selector: string) => unknown;
    readonly getAnimations: () => readonly { readonly playState: string }[];
    readonly documentElement: { readonly scrollWidth: number; readonly clientWidth: number };
  };
};

/** Waits until a screen shows what it was asked for: nothing is being read, nothing moves. */
export async function settled(page: Page): Promise<void> {
  await stands(page);
  await quiet(page);
  await stands(page);
}

async function stands(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { document } = globalThis as unknown as Shown;
    return (
      document.querySelector('h1') !== null &&
      document.querySelector('.mantine-Skeleton-root, [aria-busy="true"], [data-loading]') ===
        null &&
      document.getAnimations().every(({ playState }) => playState !== 'running')
    );
  });
}

const phone = { width: 390, height: 844 };

/** As `audit`, and tells whether the page of a phone would scroll sideways. */
export async function auditBothWays(page: Page, screen: string): Promise<string[]> {
  const found = await audit(page, screen);
  const usual = page.viewportSize();
  await page.setViewportSize(phone);
  await settled(page);
  const pixels = await tooWide(page);
  if (usual) await page.setViewportSize(usual);
  return pixels > 0 ? [...found, `${screen}: ${pixels} px too wide for a phone`] : found;
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { documentElement } = (globalThis as unknown as Shown).document;
    return documentElement.scrollWidth - documentElement.clientWidth;
  });
}
