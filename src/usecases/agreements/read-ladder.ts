import { ladder } from '#domain/agreements/ladder.ts';
import { payDayFrom } from '#domain/key-events/return-codes.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import type { App } from '#usecases/app.ts';
import { negotiate } from './steps/negotiation.ts';

/** What this person may offer now, rung by rung (M-125). */
export function readLadder(app: App, actor: Actor, input: { conversationId: string }) {
  return negotiate(
    app,
    actor,
    input.conversationId,
    async (_tx, _talk, { file, facts, policy }) => {
      const { currency } = file.row;
      const plain = (minor: bigint | null) =>
        minor === null ? null : plainAmount(minor, currency);
      return {
        currency,
        today: file.today,
        nextPayOn:
          file.row.toldPayDay === null
            ? null
            : payDayFrom(file.today, file.row.toldPayDay, file.policy.calendar),
        rungs: ladder(facts, policy).map((rung) => ({
          rung: rung.rung,
          offered: rung.offered,
          whyNot: [...rung.whyNot],
          amount: plain(rung.amount),
          least: plain(rung.least),
          mostDays: rung.mostDays,
          mostInstalments: rung.mostInstalments,
        })),
      };
    },
  );
}
