import { answerOf } from '#domain/contact/cited-rules.ts';
import { maskedPoint } from '#domain/contact/masks.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { caseViewRow } from '#storage/cases/read.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { caseInView } from '#usecases/cases/steps/case-access.ts';
import { evaluatePoints } from '#usecases/gate/steps/evaluate-contact.ts';
import type { Wanted } from '#usecases/gate/steps/wanted-contact.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';

/** How far ahead one may ask: as far as the gate looks for the next permitted time. */
const aheadDays = 400;
const dayMs = 86_400_000;

/** Ways to reach somebody, and the kinds of contact point each goes to. */
const ways: readonly (readonly [channel: string, kinds: readonly string[], how: ContactHow])[] = [
  ['phone_call', ['mobile', 'landline'], {}],
  ['sms', ['mobile'], written('sms')],
  ['email', ['email'], written('email')],
  ['letter', ['mail'], written('letter')],
  ['visit', ['mail'], { channel: 'visit', mode: 'manual' }],
];

type ContactHow = NonNullable<Wanted['how']>;

/** A message that carries what messages have to: asked is when one may be sent, not what it says. */
function written(channel: string): ContactHow {
  return {
    channel,
    mode: 'manual',
    content: {
      identity_disclosed: true,
      debt_collector_disclosure: 'initial',
      identifies_as_debt_collector: true,
      optout_notice: true,
    },
  };
}

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
  const row = await caseViewRow(app.db, ref, now(app));
  if (!row) throw new Refusal('not-found', { thing: 'case', id: caseId });
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const wanted = { ...ref, portfolio, userId: actor.userId, exceptAttempt: null };
  const answers = await Promise.all(
    ways.map(async ([channel, kinds, how]) => {
      const points = row.points.filter(({ kind }) => kinds.includes(kind));
      const ids = points.map(({ id }) => id);
      const evaluated =
        ids.length > 0 ? await evaluatePoints(app, app.db, { ...wanted, how }, ids, atMs) : [];
      return points.flatMap(({ id, kind, value, place }, index) => {
        const found = evaluated[index];
        if (!found) return [];
        const masked = maskedPoint(kind, value);
        const answer = answerOf(app.gate.packs, found.decision, found.facts);
        return [{ ...answer, channel, contactPointId: id, kind, masked, place }];
      });
    }),
  );
  return {
    askedAt: instantOf(atMs),
    caseId,
    portfolioName: row.portfolioName,
    customerReference: row.customerReference,
    customerName: row.customerName,
    ways: answers.flat(),
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
