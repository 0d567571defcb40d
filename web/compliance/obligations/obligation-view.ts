import type { listObligations } from '#contract/compliance/obligations.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** An obligation as the list shows it. */
export type Obligation = OutputOf<typeof listObligations>['obligations'][number];
