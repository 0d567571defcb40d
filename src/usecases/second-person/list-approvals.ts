import { mayApprove as planApprovable } from '#domain/agreements/authority.ts';
import { allApprovalKinds, approvalKinds } from '#domain/approvals/approval-kinds.ts';
import { type ApprovalDetail, detailsOf } from '#domain/approvals/details.ts';
import { lapseCause, reaches } from '#domain/approvals/second-person.ts';
import { allPacks, citing } from '#domain/contact/cited-rules.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { namedPlace } from '#domain/gate/places/place-names.ts';
import { silenceNamed } from '#domain/gate/silent-channels.ts';
import type { SettingChange } from '#domain/policy/settings-checks.ts';
import { type Actor, may, portfoliosWith, roleOn } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import {
  type Answerer,
  type ApprovalReader,
  countWaiting,
  customerNames,
  type ListedApproval,
  listedApprovals,
} from '#storage/approvals/approvals.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type App, now } from '#usecases/app.ts';
import { accountsInSameHands } from '#usecases/approvals/steps/same-hands.ts';
import { lawsOfChanges } from '#usecases/compliance/steps/law-of-changes.ts';
import { policiesOf } from '#usecases/portfolios/steps/portfolio-policy.ts';

/** What waits for a second person or waited: one's own requests, and those that one may answer. */
export async function listApprovals(app: App, actor: Actor, _input: Record<never, never>) {
  const reader = await readerOf(app, actor);
  const rows = await listedApprovals(app.db, app.tenantId, reader, now(app), allApprovalKinds);
  const ids = rows.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const names = await customerNames(app.db, ids);
  const lawOf = await lawsOfChanges(app);
  return {
    approvals: rows.map((row) => {
      const view = approvalView(app, actor, reader, row, names);
      const law = row.state === 'waiting' ? lawOf(row.portfolioId, view.changes) : null;
      return { ...view, law };
    }),
  };
}

/** How many requests wait for one's answer, and how many of one's own wait. */
export async function countApprovals(app: App, actor: Actor, _input: Record<never, never>) {
  return countWaiting(app.db, app.tenantId, await readerOf(app, actor), now(app));
}

/** The kinds that somebody may answer, each where they may: a plan where the policy names their role. */
async function readerOf(app: App, actor: Actor): Promise<Answerer> {
  const reach = allApprovalKinds.map((kind) => {
    const portfolioIds = portfoliosWith(actor, approvalKinds[kind].approve);
    return { kind, portfolioIds: portfolioIds === 'all' ? null : portfolioIds };
  });
  const { userId } = actor;
  const sameHands = await accountsInSameHands(app.db, userId);
  const plans = reach.find(({ kind }) => kind === 'plan')?.portfolioIds ?? null;
  if (plans?.length === 0) return { userId, reach, sameHands };
  const all = await policiesOf(app, app.db, await allPortfolios(app.db, app.tenantId));
  const named = all
    .filter(({ id }) => plans === null || plans.includes(id))
    .filter(({ id, policy }) => planApprovable(policy.agreements, roleOn(actor, id)))
    .map(({ id }) => id);
  return {
    ...{ userId, sameHands },
    reach: reach.map((one) => (one.kind === 'plan' ? { ...one, portfolioIds: named } : one)),
  };
}

/** Whether a request is among those that a reader may answer. */
function isReached({ reach }: ApprovalReader, { kind, portfolioId }: ListedApproval): boolean {
  const ids = reach.find((one) => one.kind === kind)?.portfolioIds;
  return ids === null || (portfolioId !== null && ids?.includes(portfolioId) === true);
}

function approvalView(
  app: App,
  actor: Actor,
  reader: Answerer,
  row: ListedApproval,
  names: ReadonlyMap<string, string>,
) {
  const { kind, about, amountMinor, currency, customerId, portfolioId, askedBy } = row;
  const isReachedHere = reaches(actor, row) && isReached(reader, row);
  const isOwn = askedBy === actor.userId;
  const mayApprove = isReachedHere && !isOwn && !reader.sameHands.has(askedBy);
  // An agent is told sums in a verified call only, those of their own plans too.
  const seesMoney = isReachedHere || may(actor, 'payment.read', portfolioId ?? undefined);
  const hasSum = seesMoney && amountMinor !== null && currency !== null;
  const changes = (about['changes'] ?? []) as readonly SettingChange[];
  return {
    ...{ id: row.id, kind, state: row.state, portfolioId, portfolioName: row.portfolioName },
    caseId: row.caseId,
    customerName: customerId === null ? null : (names.get(customerId) ?? null),
    amount: hasSum ? plainAmount(amountMinor, currency) : null,
    currency,
    details: seesMoney ? detailsOf(kind, about).map(titled(app, about['pack'])) : [],
    changes: [...changes],
    ...{ reason: row.reason, askedBy: row.askedByName, askedAt: row.askedAt },
    ...{ lapsesAt: row.lapsesAt, isOwn, mayApprove },
    lapsedWhy: row.state === 'lapsed' ? lapseCause(row) : null,
    ...{ decidedBy: row.decidedBy, decidedAt: row.decidedAt, decisionReason: row.decisionReason },
  };
}

/**
 * A rule with its legal title, a channel without one with its place; the screen says both in the
 * reader's language.
 */
function titled(app: App, of: unknown) {
  const { packs } = app.gate;
  const cite = citing(packs);
  return ({ name, value }: ApprovalDetail) => {
    if (name !== 'rule') return { name, value, title: null, silence: null };
    const pack = allPacks(packs).find(({ rules }) => rules.some(({ id }) => id === value));
    const title = cite(value, pack?.id ?? String(of)).title;
    return { name, value, title, silence: silenceIn(packs, value) };
  };
}

function silenceIn(packs: readonly Pack[], rule: string) {
  const silence = silenceNamed(packs, rule);
  if (!silence) return null;
  const { channel, pack } = silence;
  const { id, name, territory } = pack;
  return { channel, places: territory.map(namedPlace), pack: id, packName: name };
}
