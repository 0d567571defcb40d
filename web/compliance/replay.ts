import type { listReplays } from '#contract/replays.ts';
import type { OutputOf } from '#web/ui/api.ts';

/** A replay as the list shows it. */
export type Replay = OutputOf<typeof listReplays>['replays'][number];
