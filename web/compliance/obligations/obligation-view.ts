import type { listObligations } from '#contract/compliance/obligations.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** A duty as the list shows it. */
export type Duty = OutputOf<typeof listObligations>['obligations'][number];
