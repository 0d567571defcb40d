import { titlesOf } from '#domain/contact/cited-rules.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { append } from '#storage/event-log.ts';
import { flagRows, lockFlag, reviewRow } from '#storage/gate/decision-flags.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { factEvent } from '#usecases/record-event.ts';

/** Flags on one page. */
const pageSize = 50;

/** Past decisions that would have been different, on the portfolios the actor may see. */
export async function listFlags(
  app: App,
  actor: Actor,
  { reviewed, page }: { readonly reviewed: boolean; readonly page: number },
) {
  const seen = portfoliosWith(actor, 'decision.read');
  const rows = await flagRows(app.db, {
    tenantId: app.tenantId,
    portfolioIds: seen === 'all' ? null : seen,
    reviewed,
    limit: pageSize + 1,
    offset: page * pageSize,
  });
  const shown = rows.slice(0, pageSize);
  return {
    more: rows.length > pageSize,
    titles: titlesOf(
      app.gate.packs,
      shown.flatMap(({ rulesBecomes }) => rulesBecomes),
    ),
    flags: shown.map(({ portfolioId: _, ...flag }) => ({
      ...flag,
      rulesWas: [...flag.rulesWas],
      rulesBecomes: [...flag.rulesBecomes],
    })),
  };
}

/** Says what was made of a flag. Throws `not-found`, `already-done` for one that was looked at. */
export async function reviewFlag(
  app: App,
  actor: Actor,
  { flagId, remark }: { readonly flagId: string; readonly remark: string },
) {
  await app.db.transaction().execute(async (tx) => {
    const flag = await lockFlag(tx, app.tenantId, flagId);
    if (!flag) throw new Refusal('not-found', { thing: 'flag', id: flagId });
    allow(actor, 'fact.record', flag.portfolioId ?? undefined);
    if (flag.reviewedAt) throw new Refusal('already-done', { thing: 'flag', id: flagId });
    const at = now(app);
    await reviewRow(tx, flag, { by: actor.userId, at, remark });
    const about = { ...flag, userId: actor.userId };
    const times = { occurredAt: at, receivedAt: at, recordedAt: at };
    const { customerId, caseId, portfolioId, userId } = about;
    const facts = { flagId, decisionId: flag.decisionId };
    const whose = { customerId, caseId, portfolioId, userId };
    await append(tx, [factEvent(app, whose, 'flag.reviewed', times, facts)]);
  });
  return { done: true as const };
}
