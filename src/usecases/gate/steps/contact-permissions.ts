import { houseRules } from '#domain/contact/case-bars.ts';
import { dutiesBefore } from '#domain/contact/legal-steps.ts';
import { trainingOf } from '#domain/contact/training.ts';
import { type Decision, verdictWord } from '#domain/gate/decision.ts';
import { discreetReasons, RESTRICTED, restrictedWords } from '#domain/gate/discretion.ts';
import { explainRule } from '#domain/gate/explanations.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { type WaitingOverride, waitingOverrides } from '#storage/gate/overrides.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, type Db, now } from '#usecases/app.ts';
import { type Evaluated, evaluateEach } from './evaluate-contact.ts';
import { type GateInputs, loadGateInputs } from './load-gate-inputs.ts';
import type { Wanted } from './wanted-contact.ts';

/** A point of contact with the gate's answer about it. */
export type EvaluatedPoint = { readonly contactPointId: string; readonly evaluated: Evaluated };

/** Every phone of a case with the gate's answer about calling it now, the best phone first. */
export async function evaluateCase(
  app: App,
  db: Db,
  ref: CaseRef,
  portfolio: PortfolioRow,
  actor: Actor,
): Promise<readonly EvaluatedPoint[]> {
  const how = trainingOf(actor, portfolio.id);
  const wanted = { ...ref, portfolio, userId: actor.userId, exceptAttempt: null, how };
  return evaluatePhones(app, wanted, await loadGateInputs(app, db, wanted));
}

/** The same from inputs that were read before. */
export function evaluatePhones(
  app: App,
  wanted: Omit<Wanted, 'contactPointId' | 'exceptAttempt'>,
  inputs: GateInputs,
): readonly EvaluatedPoint[] {
  const { phones } = inputs;
  const answers = evaluateEach(app, { ...wanted, exceptAttempt: null }, inputs, phones);
  return answers.map((evaluated, index) => ({ contactPointId: phones[index] ?? '', evaluated }));
}

/** The gate's answers about the phones of a case, with what a supervisor let pass. */
export async function permissionsOf(
  app: App,
  { customerId, caseId }: Pick<CaseRef, 'customerId' | 'caseId'>,
  points: readonly EvaluatedPoint[],
) {
  const presumed = points.some(({ evaluated }) => isPresumed(evaluated.decision));
  const waiting = presumed ? await waitingOverrides(app.db, customerId, caseId, now(app)) : [];
  return points.map((point) => permissionOf(app, point, waiting));
}

const channel = 'phone_call';

const isPresumed = ({ permitted }: Decision) => permitted === 'presumed_violation';

/** A decision about one point as a screen shows it to whoever works the case. */
function permissionOf(
  app: App,
  { contactPointId, evaluated }: EvaluatedPoint,
  waiting: readonly WaitingOverride[],
) {
  const { decision } = evaluated;
  const letPass = waiting.find(
    (one) =>
      isPresumed(decision) &&
      one.contactPointId === contactPointId &&
      one.channel === channel &&
      decision.reasons.every(({ rule }) => one.rules.includes(rule)),
  );
  const reasons = discreetReasons(decision);
  return {
    contactPointId,
    channel,
    ...toldDecision(app, decision),
    nextKind: decision.nextKind,
    releasing: [...new Set(reasons.flatMap(({ releasing }) => releasing))],
    zones: decision.evaluatedZones.map(({ tz, local }) => ({ zone: tz, local })),
    letPass: letPass
      ? { by: letPass.grantedBy, factor: letPass.factor, until: letPass.expiresAt }
      : null,
  };
}

/** A decision as whoever may make the contact is told of it: verdict, rules and the next time. */
export function toldDecision(app: App, decision: Decision) {
  return {
    verdict: verdictWord(decision),
    rules: discreetReasons(decision).map(({ rule }) => ({ rule, ...citationOf(app, rule) })),
    nextPermittedAt: plainInstant(decision),
  };
}

/** The refusal of a contact as whoever asked for it is told. */
export function contactRefused(app: App, decision: Decision): Refusal {
  const { rules, nextPermittedAt } = toldDecision(app, decision);
  const duties = dutiesBefore(decision).map((rule) => ({ rule, ...citationOf(app, rule) }));
  const cited = [...rules, ...duties];
  return new Refusal('contact-refused', {
    reasons: cited.map(({ rule }) => rule),
    rules: cited,
    nextKind: decision.nextKind,
    nextPermittedAt,
    zone: decision.evaluatedZones[0]?.tz ?? null,
    ...(isPresumed(decision) ? { overridable: true } : {}),
  });
}

/** When a refused contact may be made, in UTC; null when that is not known. */
export function plainInstant(decision: Pick<Decision, 'nextPermittedAt'>): string | null {
  return decision.nextPermittedAt === null ? null : instantOf(msOf(decision.nextPermittedAt));
}

function citationOf(app: App, rule: string): { title: string; citation: string } {
  if (rule === RESTRICTED) return restrictedWords;
  const house = ownValue(houseRules, rule);
  if (house) return house;
  const found = explainRule(app.gate.packs, rule);
  return { title: found?.title ?? rule, citation: found?.citation ?? rule };
}
