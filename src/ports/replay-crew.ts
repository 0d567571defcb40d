import type { ReplayQuestion } from '#domain/gate/replay.ts';
import type { Instant } from '#kernel/time.ts';

/** What is decided again, and under what rules. */
export type ReplayOrder = {
  readonly replayId: string;
  readonly tenantId: string;
  readonly question: ReplayQuestion;
};

/** A stretch of time, `[fromAt, toAt)`, with the decisions made in it: one piece of a replay. */
export type ReplaySlice = {
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly count: number;
};

/** Decides stretches of the past again; false when somebody stopped the replay. */
export type ReplayCrew = (order: ReplayOrder, slices: readonly ReplaySlice[]) => Promise<boolean>;
