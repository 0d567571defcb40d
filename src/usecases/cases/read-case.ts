import { ages } from '#domain/cases/entry.ts';
import { type HoldKind, holdBlocks } from '#domain/cases/holds.ts';
import { maskedPoint, maskedReference } from '#domain/contact/masks.ts';
import { type Actor, may, type Role } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { daysBetween, instantOf, type LocalDate, msOf } from '#kernel/time.ts';
import {
  type CaseViewRow,
  caseViewRow,
  type DebtRow,
  debtRow,
  type OwnConversation,
  ownConversations,
} from '#storage/cases/read.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { type App, type Db, today } from '#usecases/app.ts';
import { caseInView } from './steps/case-access.ts';
import { readCaseFile } from './steps/case-file.ts';

/** Facts that fill the gaps of a sentence. */
type WordFacts = Record<string, string | number | boolean | null>;

/** One case as the actor may see it now. */
export async function readCase(app: App, actor: Actor, { caseId }: { caseId: string }) {
  return caseView(app, app.db, actor, await caseInView(app, actor, caseId));
}

const beyondAgents: readonly Role[] = ['supervisor', 'manager', 'back_office', 'compliance'];

/**
 * Whether the actor may see what is owed on a case (M-104). In a conversation of their own only once
 * the right person is verified, until wrap-up ends; outside one, agents never.
 */
export function seesDebt(
  actor: Actor,
  own: readonly OwnConversation[],
  at: { readonly caseId: string; readonly portfolioId: string },
): boolean {
  const talk = own.find(({ caseId }) => caseId === at.caseId);
  if (talk) return talk.verified;
  if (actor.kind !== 'user') return actor.kind === 'system';
  return actor.roles.some(
    ({ role, portfolioId }) =>
      beyondAgents.includes(role) && (portfolioId === null || portfolioId === at.portfolioId),
  );
}

/** Whether the actor sees the debt of this case now, asked of the database. */
export async function mayShowDebt(
  app: App,
  actor: Actor,
  at: { readonly caseId: string; readonly portfolioId: string },
): Promise<boolean> {
  const own = actor.userId ? await ownConversations(app.db, actor.userId) : [];
  return seesDebt(actor, own, at);
}

/** One case as a desk shows it; its debt only when the actor may see it now. */
export async function caseView(app: App, db: Db, actor: Actor, ref: CaseRef) {
  const [row, own] = await Promise.all([
    caseViewRow(db, ref),
    actor.userId ? ownConversations(db, actor.userId) : [],
  ]);
  if (!row) throw new Refusal('not-found', { thing: 'case', id: ref.caseId });
  const shows = seesDebt(actor, own, row);
  const restricted = may(actor, 'note.restricted', row.portfolioId);
  return {
    ...headOf(row),
    rank: withAge(
      rankOf(row.priorityWhy),
      shows ? row.oldestDueOn : null,
      today(app, row.portfolioZone),
    ),
    customer: {
      id: row.customerId,
      name: row.customerName,
      reference: shows ? row.customerReference : maskedReference(row.customerReference),
      kind: row.customerKind,
      language: row.language,
      place: row.region ? `${row.region}, ${row.country}` : row.country,
      zones: zonesOf(row),
      vulnerable: row.vulnerable && (shows || restricted),
    },
    parties: [...row.parties],
    contactPoints: row.points.map(({ value, zones: _, lastSuccessAt, ...point }) => ({
      ...point,
      masked: maskedPoint(point.kind, value),
      lastSuccessAt: lastSuccessAt === null ? null : instantOf(msOf(lastSuccessAt)),
    })),
    holds: row.holds.map((hold) => ({
      ...hold,
      // Why somebody is vulnerable is theirs: only who may read restricted notes sees it.
      reason: hold.kind === 'vulnerable' && !restricted ? '' : hold.reason,
      blocks: [...(holdBlocks[hold.kind as HoldKind] ?? [])],
      amount: hold.amount !== null && shows ? plainAmount(BigInt(hold.amount), row.currency) : null,
    })),
    debt: shows ? await debtView(app, db, ref, row) : null,
  };
}

function headOf(row: CaseViewRow) {
  const why = row.nextActionWhy;
  return {
    id: row.caseId,
    portfolio: {
      id: row.portfolioId,
      name: row.portfolioName,
      kind: row.portfolioKind,
      currency: row.currency,
      collectorRole: row.collectorRole,
    },
    creditorName: row.creditorName,
    state: row.state,
    eventType: row.eventType,
    tone: row.tone,
    step: row.step,
    nextAction: row.nextAction,
    nextActionAt: row.nextActionAt,
    nextActionWhy:
      typeof why['code'] === 'string'
        ? { code: why['code'], facts: (why['facts'] as WordFacts | undefined) ?? {} }
        : null,
    priorityTier: row.priorityTier,
    owner: row.ownerName,
    queue: row.queue,
    lateReason: row.lateReason,
  };
}

/** The lines of a rank as they were written when it was made. */
export function rankOf(why: unknown): { code: string; points: number; facts: WordFacts }[] {
  if (!Array.isArray(why)) return [];
  return why.flatMap((line: Record<string, unknown>) =>
    typeof line['code'] === 'string' && typeof line['points'] === 'number'
      ? [
          {
            code: line['code'],
            points: line['points'],
            facts: (line['facts'] as WordFacts | undefined) ?? {},
          },
        ]
      : [],
  );
}

/** The age behind its points as it is today; the rank is written only when the points change. */
function withAge(rank: ReturnType<typeof rankOf>, dueOn: LocalDate | null, todayIs: LocalDate) {
  if (dueOn === null) return rank;
  const days = daysBetween(dueOn, todayIs);
  return rank.map((line) =>
    line.code === 'age' ? { ...line, facts: { ...line.facts, days } } : line,
  );
}

function zonesOf(row: CaseViewRow): string[] {
  if (row.confirmedZone) return [row.confirmedZone];
  const zones = [...new Set(row.points.flatMap((point) => point.zones))];
  return zones.length > 0 ? zones : [row.portfolioZone];
}

async function debtView(app: App, db: Db, ref: CaseRef, head: CaseViewRow) {
  const debt = await debtRow(db, ref);
  const file = await readCaseFile(app, db, ref);
  const on = today(app, head.portfolioZone);
  const plain = (minor: bigint | string) => plainAmount(BigInt(minor), head.currency);
  const money = (minor: bigint) => ({ amount: plain(minor), currency: head.currency });
  const owed = debt.items.filter(({ balance }) => BigInt(balance) > 0n);
  const total = owed.reduce((sum, { balance }) => sum + BigInt(balance), 0n);
  return {
    total: money(total),
    overdue: money(file.overdueMinor),
    chaseable: money(file.chaseableMinor),
    ...agesOf(owed, on),
    items: debt.items.map(({ enteredOn: _, ...item }) => ({
      ...item,
      amount: plain(item.amount),
      balance: plain(item.balance),
      disputed: plain(item.disputed),
      daysOverdue: Math.max(
        0,
        ages({ dueOn: item.dueOn, issuedOn: null, enteredOn: null }, on).fromDue,
      ),
    })),
    methods: [...debt.methods],
    events: [...debt.events],
    promises: debt.promises.map((promise) => ({
      ...promise,
      amount: plain(promise.amount),
      paid: plain(promise.paid),
      madeAt: instantOf(msOf(promise.madeAt)),
    })),
    plans: debt.plans.map((plan) => ({
      ...plan,
      total: plain(plan.total),
      instalments: plan.instalments.map((part) => ({
        ...part,
        amount: plain(part.amount),
        paid: plain(part.paid),
      })),
    })),
  };
}

function agesOf(owed: DebtRow['items'], on: LocalDate) {
  const oldest = owed[0];
  const entered = owed.flatMap(({ enteredOn }) => enteredOn ?? []).sort()[0] ?? null;
  const age = oldest
    ? ages({ dueOn: oldest.dueOn, issuedOn: oldest.issuedOn, enteredOn: entered }, on)
    : { fromDue: 0, fromIssue: null, fromEntry: null };
  return {
    oldestDueOn: oldest?.dueOn ?? null,
    ages: { dueDays: age.fromDue, invoiceDays: age.fromIssue, entryDays: age.fromEntry ?? 0 },
  };
}
