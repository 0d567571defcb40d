import assert from 'node:assert/strict';
import { brokenRules, type ClusterRule } from './cluster-rules.ts';

/** Texts of the statements that the product ran in this process, and what was found in them. */
const texts = new Map<string, Promise<readonly ClusterRule[]> | null>();

/** What a statement is let pass with: `cluster: rule, rule` in a comment of its own. */
const mark = /\/\* cluster: ([a-z, -]+) \*\//g;

/** Takes note of a statement that the product runs. */
export function heard(text: string): void {
  if (!texts.has(text)) texts.set(text, null);
}

/** Fails on a statement that a cluster sharded by customer would refuse or answer otherwise. */
export async function checkStatements(): Promise<void> {
  for (const text of [...texts.keys()]) {
    const judged = texts.get(text) ?? brokenRules(text);
    texts.set(text, judged);
    const let_pass = [...text.matchAll(mark)].flatMap(([, rules]) => rules?.split(', ') ?? []);
    const broken = (await judged).filter((rule) => !let_pass.includes(rule));
    assert.deepEqual(broken, [], `a cluster cannot run this as it is meant: ${text}`);
  }
}
