import type { listObligations } from '#contract/compliance/obligations.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** An obligation as the list shows it. */
export type Obligation = OutputOf<typeof listObligations>['obligations'][number];

/** Whether a law prescribes the parts of the notice that meets it. */
export const hasNotice = ({ kind }: Obligation): boolean => kind === 'validation_notice';
