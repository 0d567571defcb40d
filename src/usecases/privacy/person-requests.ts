import { erasurePlan } from '#domain/privacy/erasure-plan.ts';
import {
  answerDueOn,
  type identityChecks,
  type RequestLaw,
} from '#domain/privacy/person-requests.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { customersNamed, keptCustomers } from '#storage/privacy/kept-people.ts';
import { legalHoldsOf } from '#storage/privacy/legal-holds.ts';
import {
  insertRequest,
  listedRequests,
  lockRequest,
  requestsOf,
  updateRequest,
} from '#storage/privacy/person-requests.ts';
import { type App, allow, now, type Tx, today } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { keptMonths } from './steps/kept-months.ts';
import { personOf } from './steps/person-reach.ts';

/** Requests of persons on the portfolios of the actor: the open ones, or those that ended. */
export async function listRequests(app: App, actor: Actor, { open }: { readonly open: boolean }) {
  allow(actor, 'person.protect');
  const rows = await listedRequests(app.db, app.tenantId, open);
  const day = today(app, 'UTC');
  return {
    requests: rows
      .filter(({ portfolioId }) => may(actor, 'person.protect', portfolioId))
      .map(({ portfolioId: _, ...row }) => ({ ...row, late: open && row.dueOn < day })),
  };
}

/**
 * What is kept of the person of a case, of which kinds: what would go if it were erased now, what stays
 * and why; their legal holds and requests.
 */
export async function readPerson(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const { customerIds } = await personOf(app, actor, caseId);
  const months = await keptMonths(app, app.db);
  const day = today(app, 'UTC');
  const kept = await keptCustomers(app.db, customerIds);
  const names = await customersNamed(app.db, customerIds);
  return {
    records: kept.map((person) => ({
      customerId: person.customerId,
      name: names.find((one) => one.customerId === person.customerId)?.name ?? '',
      reference: names.find((one) => one.customerId === person.customerId)?.reference ?? '',
      lastActivityOn: person.lastActivityOn,
      isOpen: person.isOpen,
      plan: erasurePlan(person, months, day).map((plan) => ({
        ...plan,
        erased: person.erased.includes(plan.kind),
      })),
    })),
    holds: [...(await legalHoldsOf(app.db, customerIds))],
    requests: [...(await requestsOf(app.db, customerIds))],
  };
}

/** Records that a person asks for a copy of their data, or that it be erased. */
export async function recordRequest(
  app: App,
  actor: Actor,
  input: {
    readonly caseId: string;
    readonly kind: 'access' | 'erasure';
    readonly law: RequestLaw;
    readonly receivedOn: LocalDate;
  },
) {
  const { caseId, kind, law, receivedOn } = input;
  const { customerId, portfolioId } = await personOf(app, actor, caseId);
  if (receivedOn > today(app, 'UTC')) {
    throw new Refusal('invalid-input', {
      problems: [{ path: 'receivedOn', message: 'date-in-future' }],
    });
  }
  assert(actor.userId, 'only people record');
  const recordedBy = actor.userId;
  const requestId = app.newId();
  const dueOn = answerDueOn(law, receivedOn);
  await app.db.transaction().execute(async (tx) => {
    await insertRequest(tx, {
      ...{ customerId, id: requestId, tenantId: app.tenantId, kind, law, receivedOn, dueOn },
      ...{ recordedAt: now(app), recordedBy },
    });
    const place = { customerId, caseId, portfolio: { id: portfolioId } };
    const facts = { requestId, kind, law, dueOn };
    await logOnCase(app, tx, place, recordedBy, 'person.request-recorded', facts);
  });
  return { requestId, dueOn };
}

/** Records how it was checked that whoever asks is the person. */
export async function checkIdentity(
  app: App,
  actor: Actor,
  input: OnRequest & { readonly how: (typeof identityChecks)[number] },
) {
  const { requestId, how } = input;
  await onOpenRequest(app, actor, input, async (tx, { customerId, place }) => {
    await updateRequest(tx, customerId, requestId, {
      ...{ identityHow: how, identityAt: now(app), identityBy: actor.userId },
    });
    const facts = { requestId, how };
    await logOnCase(app, tx, place, actor.userId, 'person.identity-checked', facts);
  });
  return { done: true as const };
}

/** Refuses a request, with the reason that the person is told. */
export async function refuseRequest(
  app: App,
  actor: Actor,
  input: OnRequest & { readonly reason: string },
) {
  const { requestId, reason } = input;
  await onOpenRequest(app, actor, input, async (tx, { customerId, place, kind }) => {
    await updateRequest(tx, customerId, requestId, {
      ...{ state: 'refused', refusal: reason, endedAt: now(app), endedBy: actor.userId },
    });
    const facts = { requestId, kind };
    await logOnCase(app, tx, place, actor.userId, 'person.request-refused', facts);
  });
  return { done: true as const };
}

/**
 * Asks a second person to approve what a person asked for. Throws `step-missing` before it was checked
 * who asks, and while a legal hold stands on somebody who asks to be erased.
 */
export async function askRequest(
  app: App,
  actor: Actor,
  input: OnRequest & { readonly reason: string },
) {
  const { requestId, reason, caseId } = input;
  await onOpenRequest(app, actor, input, async (tx, { customerId, portfolioId, ...request }) => {
    if (request.identityHow === null) throw new Refusal('step-missing', { needs: 'identity' });
    await askApproval(app, tx, actor, {
      ...{ kind: request.kind === 'access' ? 'copy' : 'erasure', subject: `request:${requestId}` },
      ...{ portfolioId, customerId, caseId, about: { requestId }, reason },
    });
  });
  return { done: true as const };
}

type OnRequest = { readonly caseId: string; readonly requestId: string };

type OpenRequest = {
  readonly customerId: string;
  readonly portfolioId: string;
  readonly kind: 'access' | 'erasure';
  readonly identityHow: string | null;
  readonly place: {
    readonly customerId: string;
    readonly caseId: string;
    readonly portfolio: { readonly id: string };
  };
};

async function onOpenRequest(
  app: App,
  actor: Actor,
  { caseId, requestId }: OnRequest,
  run: (tx: Tx, request: OpenRequest) => Promise<void>,
): Promise<void> {
  const { customerIds, portfolioId } = await personOf(app, actor, caseId);
  await app.db.transaction().execute(async (tx) => {
    const known = (await requestsOf(tx, customerIds)).find(({ id }) => id === requestId);
    const request = known && (await lockRequest(tx, known.customerId, requestId));
    if (!request) throw new Refusal('not-found', { thing: 'request', id: requestId });
    if (request.state !== 'open') {
      throw new Refusal('already-done', { thing: 'request', id: requestId });
    }
    const { customerId, kind, identityHow } = request;
    const place = { customerId, caseId, portfolio: { id: portfolioId } };
    await run(tx, { customerId, portfolioId, kind, identityHow, place });
  });
}
