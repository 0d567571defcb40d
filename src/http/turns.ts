import type { Work } from '#contract/endpoint.ts';
import { Refusal } from '#kernel/refusal.ts';

/** How much of a kind of work goes on at once. */
export type TurnLimits = {
  /** Of one person; what is more waits. */
  readonly each: number;
  /** Of all people in this process. */
  readonly all: number;
  /** Of one person in the line; what is more is refused. */
  readonly waiting: number;
  /** Longest time in the line. */
  readonly waitMs: number;
};

/** A screen asks for about ten things at once; nobody can keep the database from the others. */
export const usualTurns: Readonly<Record<Work, TurnLimits>> = {
  request: { each: 12, all: Number.POSITIVE_INFINITY, waiting: 60, waitMs: 15_000 },
  report: { each: 3, all: 6, waiting: 20, waitMs: 30_000 },
  heavy: { each: 1, all: 3, waiting: 1, waitMs: 15_000 },
  upload: { each: 3, all: 20, waiting: 0, waitMs: 0 },
};

const retryAfterSeconds = 5;

type Waiting = { readonly userId: string; readonly start: () => void };

/**
 * Waits for a turn and answers how to give it back. Throws `busy` when the line is full or the wait
 * too long.
 */
export type TakeTurn = (work: Work, userId: string) => Promise<() => void>;

/** The turns of one process. */
export function makeTurns(limits: Readonly<Record<Work, TurnLimits>> = usualTurns): TakeTurn {
  const lines = new Map<Work, Line>();
  return (work, userId) => {
    const line = lines.get(work) ?? new Line(limits[work]);
    lines.set(work, line);
    return line.enter(userId);
  };
}

class Line {
  private readonly limits: TurnLimits;
  private readonly running = new Map<string, number>();
  private all = 0;
  private waiting: Waiting[] = [];

  constructor(limits: TurnLimits) {
    this.limits = limits;
  }

  enter(userId: string): Promise<() => void> {
    if (this.hasRoom(userId)) return Promise.resolve(this.begin(userId));
    const before = this.waiting.filter((each) => each.userId === userId).length;
    if (before >= this.limits.waiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((each) => each !== one);
        reject(busy());
      }, this.limits.waitMs);
      const one: Waiting = {
        userId,
        start: () => {
          clearTimeout(timer);
          resolve(this.begin(userId));
        },
      };
      this.waiting.push(one);
    });
  }

  private hasRoom(userId: string): boolean {
    return this.all < this.limits.all && (this.running.get(userId) ?? 0) < this.limits.each;
  }

  private begin(userId: string): () => void {
    this.all += 1;
    this.running.set(userId, (this.running.get(userId) ?? 0) + 1);
    let isGivenBack = false;
    return () => {
      if (isGivenBack) return;
      isGivenBack = true;
      this.all -= 1;
      const left = (this.running.get(userId) ?? 1) - 1;
      if (left === 0) this.running.delete(userId);
      else this.running.set(userId, left);
      const at = this.waiting.findIndex((each) => this.hasRoom(each.userId));
      if (at !== -1) this.waiting.splice(at, 1)[0]?.start();
    };
  }
}

function busy(): Refusal<'busy'> {
  return new Refusal('busy', { seconds: String(retryAfterSeconds) });
}
