import { stopsAsking } from '#domain/cases/holds.ts';
import { callContent } from '#domain/contact/call-script.ts';
import { caseAtRest, withCaseBars } from '#domain/contact/case-bars.ts';
import { type ContactHow, howOf } from '#domain/contact/contact-how.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { type LegalStep, withDutiesFirst } from '#domain/contact/legal-steps.ts';
import {
  clockSkewLimitMs,
  withClockSkew,
  withClosing,
  withOtherLanguage,
  withoutCallerId,
} from '#domain/contact/operational-reasons.ts';
import { isRequiredContact } from '#domain/contact/purposes.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import { voicemailPlan } from '#domain/contact/voicemail.ts';
import { CONTINUES_CALL } from '#domain/gate/checks/replies.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { CALLS } from '#domain/gate/facts/channels.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { packsCovering } from '#domain/gate/pack.ts';
import { regionsOf } from '#domain/gate/places/regions.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { accountsAt } from '#domain/gate-facts/build-point-facts.ts';
import type { GateRows } from '#domain/gate-facts/gate-rows.ts';
import { isThirdParty } from '#domain/parties/party-roles.ts';
import { dateOfDay, localDay } from '#kernel/local-clock.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { type KeptDecision, keepDecision } from '#storage/gate/gate.ts';
import type { App, Db } from '#usecases/app.ts';
import { type GateInputs, loadGateInputs } from './load-gate-inputs.ts';
import type { Wanted, WantedOfCase } from './wanted-contact.ts';

/** A decision with what it was made from. */
export type Evaluated = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly at: Instant;
  /** The customer's zone for the record: the first one that was evaluated. */
  readonly zone: string;
  /** The debts to which it is charged when nobody answers. */
  readonly debts: readonly string[];
};

/** What is asked of one contact that is about to be made, beyond what is asked of a mere question. */
export type EvaluationOptions = {
  /** Whether the guard band before closing edges is kept. */
  readonly guarded: boolean;
  /** A supervisor's factor against a presumption, when one was granted. */
  readonly rebuttalFactor?: string | null;
};

/**
 * Asks the gate about one contact that is about to be made: the law of every pack that covers the
 * customer, what the case itself forbids, whether clocks agree and whether something shuts in moments.
 */
export function evaluateContact(
  app: App,
  wanted: Wanted,
  inputs: GateInputs,
  options: EvaluationOptions,
): Evaluated {
  const evaluated = evaluatePoint(app, wanted, inputs, options.rebuttalFactor ?? null);
  const { decision } = evaluated;
  const isPast = wanted.madeAt !== undefined;
  if (!options.guarded || isPast || decision.permitted === false) return evaluated;
  const guardMs = inputs.policy.gate.closingGuardSeconds * 1000;
  if (guardMs === 0) return evaluated;
  const { facts } = evaluated;
  const at = instantOf(msOf(evaluated.at) + guardMs);
  const later = app.gate.decide({ ...facts, proposed: { ...facts.proposed, at } });
  return { ...evaluated, decision: withClosing(decision, later) };
}

/**
 * Asks the gate about several points of contact of one case, from one reading of the database, in the
 * order given. `atMs` asks about a later moment; the answer then holds if nothing happens until.
 */
export async function evaluatePoints(
  app: App,
  db: Db,
  wanted: Omit<Wanted, 'contactPointId'>,
  contactPointIds: readonly string[],
  atMs: number = app.clock(),
): Promise<readonly Evaluated[]> {
  return evaluateEach(app, wanted, await loadGateInputs(app, db, wanted, atMs), contactPointIds);
}

/** The same from inputs that were read before. */
export function evaluateEach(
  app: App,
  wanted: Omit<Wanted, 'contactPointId'>,
  inputs: GateInputs,
  contactPointIds: readonly string[],
): readonly Evaluated[] {
  return contactPointIds.map((contactPointId) =>
    evaluatePoint(app, { ...wanted, contactPointId }, inputs, null),
  );
}

/** What the rules say; while the clocks are in doubt, nothing is begun whatever they say. */
function evaluatePoint(
  app: App,
  wanted: Wanted,
  inputs: GateInputs,
  rebuttalFactor: string | null,
): Evaluated {
  const evaluated = evaluateByRules(app, wanted, inputs, rebuttalFactor);
  const { skewMs } = inputs;
  if (skewMs <= clockSkewLimitMs) return evaluated;
  return { ...evaluated, decision: withClockSkew(evaluated.decision, skewMs) };
}

/**
 * A call is decided with the message that would be left; where only the message stands against it,
 * it is made and none is left.
 */
function evaluateByRules(
  app: App,
  wanted: Wanted,
  inputs: GateInputs,
  rebuttalFactor: string | null,
): Evaluated {
  const asked = howOf(wanted);
  const isOwnCall = asked.channel === 'phone_call' && asked.mode === 'live_agent';
  const { collectorRole } = wanted.portfolio;
  const { customer } = inputs.rows;
  const place = { collectorRole, customerKind: customer.kind, home: customer };
  const speaks = isOwnCall && wanted.how?.content === undefined;
  const how = speaks
    ? { ...asked, content: callContent(scriptParts(app.gate.packs, place)) }
    : asked;
  const given = wanted.how?.voicemailPlan !== undefined;
  const { voicemail } = inputs.policy.gate;
  const plan = voicemailPlan(voicemail, customer.language);
  if (!isOwnCall || given || plan === null) {
    return evaluateHow(app, wanted, how, inputs, rebuttalFactor);
  }
  const planned = { ...how, voicemailPlan: plan };
  const withMessage = evaluateHow(app, wanted, planned, inputs, rebuttalFactor);
  if (withMessage.decision.permitted === true) return withMessage;
  return evaluateHow(app, wanted, how, inputs, rebuttalFactor);
}

type Point = GateRows['points'][number];

function evaluateHow(
  app: App,
  wanted: Wanted,
  how: ContactHow,
  inputs: GateInputs,
  rebuttalFactor: string | null,
): Evaluated {
  const { rows, bars } = inputs;
  const owedDebts = debtsOwed(wanted, rows);
  const stray = how.countDebts?.findIndex((id) => !owedDebts.includes(id)) ?? -1;
  if (stray >= 0) {
    const problems = [{ path: `countDebts.${stray}`, message: 'unknown' }];
    throw new Refusal('invalid-input', { problems });
  }
  const point = rows.points.find(({ id }) => id === wanted.contactPointId);
  const isOwed = isRequiredContact(how);
  const asked = isOwed ? owedDebts : debtsNotHeld(owedDebts, rows, wanted.caseId);
  const debts = debtsToTell(asked, rows, point);
  const facts = factsOf(app, wanted, how, inputs, debts, rebuttalFactor);
  const allowed = withCaseBars(app.gate.decide(facts), {
    ...(isOwed ? caseAtRest : bars),
    heldBy: holdAgainst(bars.holds, { ...how, person: facts.proposed.person ?? 'consumer' }),
    pointState: point?.state ?? 'unknown',
    tellsThirdParty: how.person === null && isThirdParty(facts.proposed.person ?? ''),
  });
  const isCall = CALLS.some((channel) => channel === how.channel);
  // Going on with a call of theirs shows nobody a number.
  const isPlaced = isCall && how.purpose !== CONTINUES_CALL;
  const isAnonymous = isPlaced && wanted.portfolio.callerId.trim() === '';
  const told = isAnonymous ? withoutCallerId(allowed) : allowed;
  const decision = withOtherLanguage(told, how.content?.language, rows.customer.language);
  return evaluated(wanted, inputs, { decision, facts, debts: how.countDebts ?? debts });
}

function evaluated(
  { portfolio }: WantedOfCase,
  { at }: GateInputs,
  made: Pick<Evaluated, 'decision' | 'facts' | 'debts'>,
): Evaluated {
  return { ...made, at, zone: made.decision.evaluatedZones[0]?.tz ?? portfolio.zone };
}

/**
 * Asks the gate about a step that reaches nobody, such as a suit, for everything that is owed. What
 * bars a contact on the case is no bar to it: the moves of a case have guards of their own.
 */
export function evaluateLegalStep(
  app: App,
  wanted: WantedOfCase,
  step: LegalStep,
  inputs: GateInputs,
): Evaluated {
  const purpose = wanted.how?.purpose ?? null;
  const how = howOf({ how: { channel: step, mode: 'manual', purpose } });
  const debts = debtsOwed(wanted, inputs.rows);
  const told = factsOf(app, { ...wanted, contactPointId: '' }, how, inputs, debts, null);
  const { to: _, ...proposed } = told.proposed;
  const facts = { ...told, proposed };
  const decision = withDutiesFirst(app.gate.decide(facts));
  return evaluated(wanted, inputs, { decision, facts, debts });
}

function factsOf(
  app: App,
  { portfolio, contactPointId }: Wanted,
  how: ContactHow,
  { rows, at, policy, confirmedRules, silencedRules }: GateInputs,
  debts: readonly string[],
  rebuttalFactor: string | null,
): Facts {
  const regions = regionsOf(rows.customer, ...rows.otherPlaces);
  const packs = packsCovering(app.gate.packs, regions);
  const law = { packs, law: app.gate.law };
  return factsFrom(rows, portfolio, policy.gate, app.tenantId, law, {
    ...how,
    ...{ contactPointId, debts, at, rebuttalFactor, confirmedRules, silencedRules },
    today: dateOfDay(localDay(portfolio.zone, msOf(at))),
  });
}

/** The debts of the portfolio that are owed; all of it where none is, as what binds them still does. */
function debtsOwed({ customerId, portfolio }: WantedOfCase, rows: GateRows): string[] {
  const theirs = rows.debts.filter(
    (debt) => debt.customerId === customerId && debt.portfolioId === portfolio.id,
  );
  const owed = theirs.filter(({ balance }) => balance > 0);
  return (owed.length > 0 ? owed : theirs).map(({ id }) => id);
}

/** Of the debts owed those whose account no hold of its own keeps back; all when none is left. */
function debtsNotHeld(owed: readonly string[], { holds }: GateRows, caseId: string) {
  const held = new Set(holds.flatMap((hold) => (hold.caseId === caseId ? accountHeld(hold) : [])));
  const free = owed.filter((debt) => !held.has(debt));
  return free.length > 0 ? free : owed;
}

const accountHeld = ({ accountId, kind }: GateRows['holds'][number]) =>
  accountId !== null && stopsAsking(kind) ? accountId : [];

/** Of the debts owed those that somebody else is tied to, if any, where the point is theirs. */
function debtsToTell(owed: readonly string[], rows: GateRows, point: Point | undefined) {
  const accounts = point ? accountsAt(rows, point) : null;
  const theirs = owed.filter((debt) => accounts === null || accounts.includes(debt));
  return theirs.length > 0 ? theirs : owed;
}

/** Keeps a decision for good; answers its id. Takes the row lock of the customer. */
export async function recordDecision(
  app: App,
  tx: Db,
  wanted: WantedOfCase & { readonly contactPointId: string | null },
  evaluated: Evaluated,
  purpose: 'ask' | 'reserve' | 'release',
  overrideId: string | null = null,
): Promise<string> {
  const kept = keptDecision(app, wanted, evaluated, purpose, overrideId);
  await keepDecision(tx, kept);
  return kept.id;
}

/** A decision as it is to be kept, under a new id. */
export function keptDecision(
  app: App,
  wanted: WantedOfCase & { readonly contactPointId: string | null },
  { decision, facts, at }: Evaluated,
  purpose: 'ask' | 'reserve' | 'release',
  overrideId: string | null,
): KeptDecision {
  const { channel, campaign } = howOf(wanted);
  const spoke = ['DUNLIN', ...Object.keys(decision.packVersions)];
  const { hashes } = app.gate;
  return {
    id: app.newId(),
    tenantId: app.tenantId,
    customerId: wanted.customerId,
    caseId: wanted.caseId,
    portfolioId: wanted.portfolio.id,
    userId: wanted.userId,
    purpose,
    channel,
    contactPointId: wanted.contactPointId,
    campaign,
    decision,
    facts,
    packHashes: Object.fromEntries(spoke.flatMap((pack) => hashPair(pack, hashes[pack]))),
    overrideId,
    decidedAt: at,
  };
}

function hashPair(pack: string, hash: string | undefined): [string, string][] {
  return hash === undefined ? [] : [[pack, hash]];
}
