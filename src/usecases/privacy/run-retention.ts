import { event } from '#domain/events/event.ts';
import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import { dueOf, quietBefore } from '#domain/privacy/erasure-plan.ts';
import { addMonths } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { eraseFile } from '#storage/privacy/erase-data.ts';
import { keptCustomers, oldFiles, quietCustomers } from '#storage/privacy/kept-people.ts';
import { claimRun, putRun } from '#storage/privacy/retention.ts';
import { type App, now, systemActor, type Tx } from '#usecases/app.ts';
import { houseFrame } from './steps/carry-out-privacy.ts';
import { eraseKinds } from './steps/erase-kinds.ts';
import { keptMonths } from './steps/kept-months.ts';

/** Customers and files of one step, which is one transaction. */
const stepSize = 100;

type Run = NonNullable<Awaited<ReturnType<typeof claimRun>>>;

/**
 * Takes one step of the oldest run that was approved: erases what is due of the next customers, then of
 * files, and ends. What was killed goes on where it stopped; of several processes one works at a time.
 * Answers whether there was anything to do.
 */
export async function runRetention(app: App): Promise<boolean> {
  return app.db.transaction().execute(async (tx) => {
    const run = await claimRun(tx, app.tenantId);
    if (!run) return false;
    const counts: Record<string, number> = { ...run.counts };
    const took = (kind: DataKindName) => {
      counts[kind] = (counts[kind] ?? 0) + 1;
    };
    const last = await eraseCustomers(app, tx, run, took);
    if (last !== null) {
      await putRun(tx, run.id, { counts, afterId: last, state: 'approved', endedAt: null });
      return true;
    }
    if (await eraseFiles(app, tx, run, took)) {
      const { afterId } = run;
      await putRun(tx, run.id, { counts, afterId, state: 'approved', endedAt: null });
      return true;
    }
    const { afterId } = run;
    await putRun(tx, run.id, { counts, afterId, state: 'done', endedAt: now(app) });
    const facts = { runId: run.id, counts };
    await append(tx, [event('retention.done', houseFrame(app, systemActor), facts)]);
    return true;
  });
}

/** One page of customers; answers the last of them, null when none is left. */
async function eraseCustomers(
  app: App,
  tx: Tx,
  run: Run,
  took: (kind: DataKindName) => void,
): Promise<string | null> {
  const kinds: readonly DataKindName[] = run.kinds.filter((kind) => kind !== 'files');
  if (kinds.length === 0) return null;
  const months = await keptMonths(app, tx);
  const before = quietBefore(run.dueOn, months, kinds);
  const page = await quietCustomers(tx, app.tenantId, before, run.afterId, stepSize);
  for (const { customerId } of page) {
    const people = await lockPeople(tx, customerId);
    // Of one human being with several records nothing goes while one of them is still in use.
    const all = await keptCustomers(tx, people);
    const own = all.find((kept) => kept.customerId === customerId);
    if (!own || all.some(({ isOpen, isHeld }) => isOpen || isHeld)) continue;
    const due = dueOf(own, months, run.dueOn).filter((kind) => kinds.includes(kind));
    const cause = { by: 'retention', causeId: run.id, actorId: null } as const;
    await eraseKinds(app, tx, { customerId, kinds: due, ...cause });
    due.forEach(took);
  }
  return page.at(-1)?.customerId ?? null;
}

async function eraseFiles(
  app: App,
  tx: Tx,
  run: Run,
  took: (kind: DataKindName) => void,
): Promise<boolean> {
  if (!run.kinds.includes('files')) return false;
  const { files: months } = await keptMonths(app, tx);
  const found = await oldFiles(tx, app.tenantId, addMonths(run.dueOn, -months), stepSize);
  for (const { id } of found) {
    await eraseFile(tx, id, now(app));
    took('files');
  }
  return found.length > 0;
}
