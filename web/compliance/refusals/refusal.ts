import type { readRefusals } from '#contract/compliance/refusals.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** Words that were taken for a wish to be left alone, with their thread. */
export type Refusal = OutputOf<typeof readRefusals>['refusals'][number];
