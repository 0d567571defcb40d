import type { listObligations } from '#contract/obligations.ts';
import type { OutputOf } from '#web/ui/api.ts';

/** A duty as the list shows it. */
export type Duty = OutputOf<typeof listObligations>['obligations'][number];
