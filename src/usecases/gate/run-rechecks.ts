import { groupOf } from '#storage/contact-log/person-links.ts';
import type { Touched } from '#storage/gate/decision-flags.ts';
import { moveRecheck, type Recheck, takeRecheck } from '#storage/gate/rechecks.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { lookAgain } from './steps/recheck-decisions.ts';

/** Continues the oldest recheck that was too long for one transaction; false when there is none. */
export async function runRechecks(app: App): Promise<boolean> {
  return inRetriedTransaction(app.db, async (tx) => {
    const waiting = await takeRecheck(tx);
    if (!waiting) return false;
    const cause = { kind: waiting.cause, id: waiting.causeId };
    const looked = await lookAgain(app, tx, await touchedBy(tx, waiting), waiting, cause);
    await moveRecheck(tx, waiting.id, {
      ...(looked.rest ?? { since: waiting.since, afterId: waiting.afterId }),
      looked: looked.count,
      flagged: looked.flagged,
      doneAt: looked.rest === null ? now(app) : null,
    });
    return true;
  });
}

async function touchedBy(tx: Tx, { customerId, portfolioId }: Recheck): Promise<Touched> {
  if (customerId === null) return { portfolioId: portfolioId ?? '' };
  return { people: await groupOf(tx, customerId) };
}
