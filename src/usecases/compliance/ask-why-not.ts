import { maskedPoint } from '#domain/contact/masks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { caseViewRow } from '#storage/cases-read.ts';
import { type App, allow } from '../app.ts';
import { caseInView } from '../cases/read-case.ts';
import { portfolioOf } from '../contact/allowances.ts';
import { weighPoints } from '../contact/weigh-contact.ts';
import { answerOf } from './cited-rules.ts';

/** How far ahead one may ask: as far as the gate looks for the next permitted time. */
const aheadDays = 400;
const dayMs = 86_400_000;

/** Kinds of contact point that can be called. */
const phones = ['mobile', 'landline'];

/**
 * For each way to reach the customer of a case: may it be used at that moment, why not, and when next.
 * The answer about a later moment holds if nothing happens until then. Nothing is kept of the asking.
 * Throws `not-found`, `not-allowed`, and `invalid-input` for a moment that is past or too far away.
 */
export async function askWhyNot(
  app: App,
  actor: Actor,
  { caseId, at }: { readonly caseId: string; readonly at?: Instant | undefined },
) {
  const ref = await caseInView(app, actor, caseId);
  allow(actor, 'decision.read', ref.portfolioId);
  const atMs = momentOf(app, at);
  const row = await caseViewRow(app.db, ref);
  if (!row) throw new Refusal('not-found', { thing: 'case', id: caseId });
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const points = row.points.filter(({ kind }) => phones.includes(kind));
  const wanted = { ...ref, portfolio, userId: actor.userId, exceptAttempt: null };
  const ids = points.map(({ id }) => id);
  const weighed = await weighPoints(app, app.db, wanted, ids, atMs);
  return {
    askedAt: instantOf(atMs),
    caseId,
    portfolioName: row.portfolioName,
    customerReference: row.customerReference,
    customerName: row.customerName,
    ways: points.flatMap(({ id, kind, value, place }, index) => {
      const decision = weighed[index]?.decision;
      if (!decision) return [];
      const masked = maskedPoint(kind, value);
      const point = { channel: 'phone_call', contactPointId: id, kind, masked, place };
      return [{ ...answerOf(app, decision), ...point }];
    }),
  };
}

function momentOf(app: App, at: Instant | undefined): number {
  const now = app.clock();
  if (at === undefined) return now;
  const ms = msOf(at);
  if (ms >= now && ms <= now + aheadDays * dayMs) return ms;
  const message = `must lie between now and ${aheadDays} days ahead`;
  throw new Refusal('invalid-input', { problems: [{ path: 'at', message }] });
}
