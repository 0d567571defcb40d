import assert from 'node:assert/strict';
import { brokenRules, type ClusterRule } from './cluster-rules.ts';

/**
 * The files of `src/storage` whose statements are judged so far; all of them with
 * `DUNLIN_JUDGE_STATEMENTS=all`. This list may only grow.
 */
const judged: readonly string[] = [
  'admin/system.ts',
  'admin/users.ts',
  'agreements/agreements.ts',
  'calls/people.ts',
  'calls/verify.ts',
  'cases/read.ts',
  'contact-log/person-links.ts',
  'event-log.ts',
  'key-events/key-events.ts',
  'ledger/ledger.ts',
  'obligations/obligations.ts',
  'portfolios/policy.ts',
  'tasks/tasks.ts',
  'whose.ts',
  'workforce/users.ts',
];

/** What stands in judged files and breaks a rule still. This list may only shrink. */
const exceptions: readonly { readonly file: string; readonly rule: ClusterRule }[] = [];

const judgesAll = process.env['DUNLIN_JUDGE_STATEMENTS'] === 'all';

/** The statements that the product ran in this process: the text, and the file it comes from. */
const texts = new Map<string, string>();
const checked = new Set<string>();

/** Takes note of a statement that the product runs. */
export function heard(text: string): void {
  if (!texts.has(text)) texts.set(text, fileOf(new Error().stack ?? ''));
}

/** The file of `src/storage` nearest to the call, without that folder; empty when there is none. */
function fileOf(stack: string): string {
  const files = [...stack.matchAll(/src\/storage\/([\w/-]+\.ts)/g)].map(([, file]) => file ?? '');
  return files.find((file) => file !== 'connect.ts') ?? '';
}

/** Fails on a statement that a cluster sharded by customer would refuse or answer otherwise. */
export async function checkStatements(): Promise<void> {
  for (const [text, file] of texts) {
    if (checked.has(text) || !(judgesAll || judged.includes(file))) continue;
    checked.add(text);
    const known = exceptions.filter((one) => one.file === file).map(({ rule }) => rule);
    const broken = (await brokenRules(text)).filter((rule) => !known.includes(rule));
    assert.deepEqual(broken, [], `${file}: a cluster cannot run this as it is meant: ${text}`);
  }
}
