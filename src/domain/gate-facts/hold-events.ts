import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { GateRows } from './gate-rows.ts';

/** A hold of ours as the event it came from, as the gate names it. */
export const holdEvents =
  (rows: GateRows, packs: readonly Pack[]) =>
  (hold: GateRows['holds'][number]): CaseEvent[] => {
    // The fact that a hold comes from is told of itself, with its own times and accounts.
    if (hold.details['fromFact'] === true) return [];
    const received_at = hold.setAt;
    const debts = hold.accountId === null ? rows.debts.map(({ id }) => id) : [hold.accountId];
    const local = packs.flatMap(({ holds = {} }) => ownValue(holds, hold.kind) ?? []);
    if (local.length > 0)
      return local.map((kind) => ({ kind, received_at, at: received_at, debts }));
    switch (hold.kind) {
      case 'represented':
        return [{ kind: 'attorney', received_at, debts, attorney_known: true }];
      case 'insolvent':
        return [{ kind: 'bankruptcy_petition', received_at, filed_at: received_at, debts }];
      case 'identity':
        return [{ kind: 'identity_theft', received_at, debts }];
      case 'coerced-debt':
        // Set on a claim without papers; one with them is a fact of its own on the log.
        return [{ kind: 'coerced_debt_notice', received_at, debts }];
      case 'dispute':
        // A dispute over a part leaves the rest open; the case itself says which part.
        return hold.itemId === null && hold.amount === null
          ? [{ kind: 'dispute', received_at, debts, in_writing: true, reasonable_grounds: true }]
          : [];
      // Told as the status of the person.
      case 'deceased':
      // Told by the case itself (`CaseBars`), the request behind the last by its preference.
      case 'error':
      case 'technical':
      case 'stop-contact':
        return [];
      // A kind that nobody has mapped stops contact by its name, which no rule knows.
      default:
        return [{ kind: hold.kind, received_at, debts }];
    }
  };
