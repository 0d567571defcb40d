import { allPacks, answerOf } from '#domain/contact/cited-rules.ts';
import { maskedPoint } from '#domain/contact/masks.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { type DecisionRow, decisionRow } from '#storage/compliance/decision.ts';
import type { App } from '#usecases/app.ts';

/**
 * One decision with everything it was made from and what came of it. Throws `not-found` for one there
 * is not and for one of a portfolio whose decisions the actor may not open.
 */
export async function readDecision(app: App, actor: Actor, { decisionId }: { decisionId: string }) {
  const row = await decisionRow(app.db, decisionId);
  if (!row || !may(actor, 'decision.read', row.portfolioId)) {
    throw new Refusal('not-found', { thing: 'decision', id: decisionId });
  }
  const { portfolioId: _, decision, packHashes, point, attempt, overrides, ...rest } = row;
  return {
    ...answerOf(app.gate.packs, decision, row.facts as Partial<Facts>),
    ...rest,
    facts: toldFacts(row.facts as Partial<Facts>, portfoliosWith(actor, 'decision.read') === 'all'),
    point: point
      ? { kind: point.kind, masked: maskedPoint(point.kind, point.value), place: point.place }
      : null,
    packs: packsOf(app, row),
    attempt: attempt
      ? {
          ...attempt,
          attemptedAt: plain(attempt.attemptedAt),
          releasedAt: attempt.releasedAt && plain(attempt.releasedAt),
          endedAt: attempt.endedAt && plain(attempt.endedAt),
        }
      : null,
    overrides: overrides.map((override) => ({
      ...override,
      rules: [...override.rules],
      grantedAt: plain(override.grantedAt),
      usedAt: override.usedAt && plain(override.usedAt),
    })),
  };
}

/**
 * The facts as a person may read them: numbers and addresses masked, which no rule looks at; and for
 * those who see some portfolios only, no debts but those that the contact was about.
 */
function toldFacts(facts: Partial<Facts>, everywhere: boolean): Record<string, unknown> {
  const { contact_points: points = [], debts = [], proposed } = facts;
  return {
    ...facts,
    contact_points: points.map(({ number, address, ...point }) => ({
      ...point,
      ...(number ? { number: maskedPoint(point.kind, number) } : {}),
      ...(address ? { address: maskedPoint(point.kind, address) } : {}),
    })),
    debts: everywhere ? debts : debts.filter(({ id }) => proposed?.debts.includes(id)),
  };
}

/** Instants inside JSON come with the offset of the database. */
function plain(instant: Instant): Instant {
  return instantOf(msOf(instant));
}

function packsOf(app: App, { decision, packHashes }: DecisionRow) {
  const now = new Map(allPacks(app.gate.packs).map((pack) => [pack.id, pack]));
  return Object.entries(decision.packVersions).map(([pack, version]) => ({
    pack,
    name: now.get(pack)?.name ?? null,
    version,
    hash: ownValue(packHashes, pack) ?? null,
    versionNow: now.get(pack)?.version ?? null,
  }));
}
