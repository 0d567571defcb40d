import { type Slot, slotName } from '#domain/connections/slots.ts';
import { assert } from '#kernel/refusal.ts';
import type { Clock } from '#kernel/time.ts';
import type { CheckResult, Connected } from '#ports/adapter.ts';
import type { SlotState } from '#ports/connections.ts';

/** Connections of a slot that no longer serve but may still be told of what they began. */
const mostRetired = 20;

/** Who serves a slot, and how that is. `serving` is null when nobody does. */
export type Switch<Serving extends Connected> = {
  readonly serving: () => Serving | null;
  /** Everything that is connected: what serves first, then what was begun with before. */
  readonly connected: () => readonly Serving[];
  readonly serve: (
    version: number,
    adapter: string,
    connect: () => Promise<Serving>,
  ) => Promise<void>;
  readonly fail: (version: number, adapter: string, result: CheckResult) => void;
  readonly state: () => SlotState;
  readonly check: () => Promise<SlotState>;
  readonly close: () => Promise<void>;
};

type Inside<Serving> = {
  serving: Serving | null;
  retired: Serving[];
  state: SlotState;
};

/**
 * A switch for one slot. `retire` is called with what no longer serves and says whether to keep it
 * open for what it began; the oldest is closed when there are too many.
 */
export function makeSwitch<Serving extends Connected>(
  slot: Slot,
  clock: Clock,
  retire: (serving: Serving) => boolean,
): Switch<Serving> {
  const none: CheckResult = { ok: false, reason: 'closed', detail: null };
  const inside: Inside<Serving> = {
    serving: null,
    retired: [],
    state: { ...slot, adapter: '', version: -1, result: none, checkedAtMs: clock() },
  };
  const note = (change: Partial<SlotState>) => {
    inside.state = { ...inside.state, ...change, checkedAtMs: clock() };
    return inside.state;
  };
  const replace = async (next: Serving | null): Promise<void> => {
    const before = inside.serving;
    inside.serving = next;
    if (before === null) return;
    if (!retire(before)) return before.close();
    inside.retired.push(before);
    if (inside.retired.length > mostRetired) await inside.retired.shift()?.close();
  };
  const check = async (): Promise<SlotState> => {
    const { serving } = inside;
    if (serving === null) return inside.state;
    const result = await serving.check();
    return serving === inside.serving ? note({ result }) : inside.state;
  };
  return {
    serving: () => inside.serving,
    connected: () => (inside.serving ? [inside.serving, ...inside.retired] : inside.retired),
    serve: async (version, adapter, connect) => {
      try {
        const next = await connect();
        await replace(next);
        note({ version, adapter, result: { ok: true } });
      } catch (error) {
        await replace(null);
        note({
          version,
          adapter,
          result: { ok: false, reason: 'cannot-connect', detail: codeOf(error) },
        });
        return;
      }
      await check();
    },
    fail: (version, adapter, result) => {
      assert(!result.ok, `${slotName(slot)} fails for a reason`);
      void replace(null);
      note({ version, adapter, result });
    },
    state: () => inside.state,
    check,
    close: async () => {
      for (const one of [inside.serving, ...inside.retired.splice(0)]) await one?.close();
      inside.serving = null;
    },
  };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
