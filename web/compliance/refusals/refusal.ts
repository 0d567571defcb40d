import type { readRefusals } from '#contract/compliance/refusals.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** Words that were taken for an opt-out, with their thread. */
export type Refusal = OutputOf<typeof readRefusals>['refusals'][number];
