import type { listReplays } from '#contract/compliance/replays.ts';
import type { OutputOf } from '#web/ui/client/api.ts';

/** A replay as the list shows it. */
export type Replay = OutputOf<typeof listReplays>['replays'][number];
