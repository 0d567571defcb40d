import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClusterRule } from './cluster-rules.ts';

/** A file of `src/storage` whose statements may break one rule, and why. */
export type StatementException = {
  readonly file: string;
  readonly rule: ClusterRule;
  readonly reason: string;
};

const countsThere = 'A look for people at screens, computed in one statement with what it counts.';

/** What stands in the product and breaks a rule still. This list may only shrink. */
export const exceptions: readonly StatementException[] = [
  {
    file: 'calls/inbound.ts',
    rule: 'subquery',
    reason: 'Who takes a call is chosen and locked in one statement, so that nobody gets two.',
  },
  { file: 'desk/day.ts', rule: 'subquery', reason: countsThere },
  { file: 'supervision/floor.ts', rule: 'subquery', reason: countsThere },
  { file: 'insight/rows.ts', rule: 'subquery', reason: countsThere },
  { file: 'messages/refusals.ts', rule: 'subquery', reason: countsThere },
  { file: 'tasks/task-facts.ts', rule: 'subquery', reason: countsThere },
  {
    file: 'intake/import-merge-new.ts',
    rule: 'subquery',
    reason: 'Rows that come in are compared with those that are there, by the customer of each.',
  },
  {
    file: 'intake/import-undo.ts',
    rule: 'subquery',
    reason: 'References stand everywhere; each is looked for among the rows of its customer.',
  },
];

/** The known exception of a file from a rule. */
export function exceptionFor(file: string, rule: ClusterRule): StatementException | undefined {
  return exceptions.find((one) => one.file === file && one.rule === rule);
}

/** Where the processes of one run of tests note the exceptions that a statement needed. */
const notes = () => join(tmpdir(), 'statement-exceptions');

const noteOf = ({ file, rule }: StatementException) =>
  join(notes(), encodeURIComponent(`${file} ${rule}`));

/** Notes that a statement of this run needed the exception. */
export function noteNeeded(exception: StatementException): void {
  mkdirSync(notes(), { recursive: true });
  writeFileSync(noteOf(exception), '');
}

/** The exceptions that no statement of this run needed. */
export function notNeeded(): readonly StatementException[] {
  return exceptions.filter((exception) => !existsSync(noteOf(exception)));
}
