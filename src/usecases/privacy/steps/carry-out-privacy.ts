import { event } from '#domain/events/event.ts';
import { type DataKindName, dataKindNames } from '#domain/privacy/data-kinds.ts';
import { erasurePlan } from '#domain/privacy/erasure-plan.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import { append } from '#storage/event-log.ts';
import { keptCustomers } from '#storage/privacy/kept-people.ts';
import { lockRequest, updateRequest } from '#storage/privacy/person-requests.ts';
import { insertRun, putPeriod } from '#storage/privacy/retention.ts';
import { type App, now, type Tx, today } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { eraseKinds } from './erase-kinds.ts';
import { keptMonths } from './kept-months.ts';
import { checkReach } from './person-reach.ts';

/** What was asked for and is approved now: its parts, and who asked. */
type Approved = {
  readonly id: string;
  readonly about: Readonly<Record<string, unknown>>;
  readonly portfolioId: string | null;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly askedBy: string;
};

/**
 * Carries out a request of a person that a second one approved: erases what goes as things stand now,
 * or lets the copy be taken out. Throws `already-done` when it was answered otherwise.
 */
export async function carryOutRequest(
  app: App,
  tx: Tx,
  actor: Actor,
  { about, customerId, caseId, portfolioId }: Approved,
): Promise<void> {
  assert(customerId && caseId && portfolioId, 'a request is about a person');
  assert(actor.userId, 'only people approve');
  const requestId = String(about['requestId']);
  const people = await lockPeople(tx, customerId);
  await checkReach(tx, actor, people, 'person.approve');
  const request = await lockRequest(tx, customerId, requestId);
  if (request?.state !== 'open')
    throw new Refusal('already-done', { thing: 'request', id: requestId });
  const { kind } = request;
  const at = now(app);
  const approved = { approvedAt: at, approvedBy: actor.userId };
  const place = { customerId, caseId, portfolio: { id: portfolioId } };
  await logOnCase(app, tx, place, actor.userId, 'person.request-approved', { requestId, kind });
  if (kind === 'access') {
    await updateRequest(tx, customerId, requestId, { ...approved, state: 'approved' });
    return;
  }
  const months = await keptMonths(app, tx);
  for (const kept of await keptCustomers(tx, people)) {
    const kinds = erasurePlan(kept, months, today(app, 'UTC'))
      .filter(({ stays }) => stays === null)
      .map((plan) => plan.kind);
    const cause = { by: 'request', causeId: requestId, actorId: actor.userId } as const;
    await eraseKinds(app, tx, { customerId: kept.customerId, kinds, ...cause });
  }
  const ended = { endedAt: at, endedBy: actor.userId, state: 'done' } as const;
  await updateRequest(tx, customerId, requestId, { ...approved, ...ended });
}

/** Lets a run begin that erases what was kept long enough. */
export async function carryOutRetention(
  app: App,
  tx: Tx,
  actor: Actor,
  { about, askedBy }: Approved,
): Promise<void> {
  assert(actor.userId, 'only people approve');
  const kinds = kindsIn(about['kinds']);
  const dueOn = String(about['dueOn']) as LocalDate;
  const runId = app.newId();
  await insertRun(tx, {
    ...{ id: runId, tenantId: app.tenantId, kinds, dueOn, askedBy },
    ...{ approvedAt: now(app), approvedBy: actor.userId },
  });
  await append(tx, [event('retention.approved', houseFrame(app, actor), { runId, kinds, dueOn })]);
}

/** Sets how long a kind of data is kept. */
export async function carryOutPeriod(
  app: App,
  tx: Tx,
  actor: Actor,
  { about, askedBy }: Approved,
): Promise<void> {
  assert(actor.userId, 'only people approve');
  const [kind] = kindsIn([about['kind']]);
  assert(kind, 'a period is of one kind');
  const months = Number(about['months']);
  const was = (await keptMonths(app, tx))[kind];
  await putPeriod(tx, {
    ...{ tenantId: app.tenantId, kind, months, setAt: now(app) },
    ...{ setBy: askedBy, confirmedBy: actor.userId },
  });
  await append(tx, [event('retention.period-set', houseFrame(app, actor), { kind, months, was })]);
}

function kindsIn(value: unknown): DataKindName[] {
  const given = Array.isArray(value) ? value.map(String) : [];
  return dataKindNames.filter((kind) => given.includes(kind));
}

/** The frame of an event that is about the whole house. */
export function houseFrame(app: App, actor: Actor) {
  const at = now(app);
  return {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, customerId: null },
    ...{ caseId: null, occurredAt: at, recordedAt: at, actorId: actor.userId },
  };
}
