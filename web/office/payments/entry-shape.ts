import type { readEntries } from '#contract/bank-entries.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** A bank entry as the office sees it. */
export type Entry = OutputOf<typeof readEntries>['entries'][number];
