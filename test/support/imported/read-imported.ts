import { readEntries } from '#contract/bank-entries.ts';
import { readCase, readHistory } from '#contract/cases.ts';
import { readFacts } from '#contract/compliance/contact-facts.ts';
import { readAddress } from '#contract/customers.ts';
import { listPayments } from '#contract/ledger.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { dateIn } from '#kernel/time.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { World } from '#test/support/world/fresh-world.ts';
import { loadGateInputs } from '#usecases/gate/steps/load-gate-inputs.ts';

/** What the product says of one imported customer: the screens of the case, and the gate's facts. */
export async function readImported(
  world: World,
  actor: Actor,
  { portfolio, reference }: { readonly portfolio: PortfolioRow; readonly reference: string },
) {
  const { caseId, customerId } = await world.db
    .selectFrom('cases')
    .innerJoin('customers', 'customers.id', 'cases.customerId')
    .select(['cases.id as caseId', 'customers.id as customerId'])
    .where('customers.reference', '=', reference)
    .executeTakeFirstOrThrow();
  return {
    card: await world.call(readCase, actor, { caseId }),
    address: await world.call(readAddress, actor, { caseId }),
    history: (await world.call(readHistory, actor, { caseId })).lines,
    log: (await world.call(readFacts, actor, { caseId })).lines,
    payments: (await world.call(listPayments, actor, { customerId })).payments,
    entries: (await world.call(readEntries, actor, { state: 'unmatched' })).entries,
    facts: await gateFacts(world, portfolio, { caseId, customerId }),
  };
}

export type Imported = Awaited<ReturnType<typeof readImported>>;

async function gateFacts(
  { app, db }: World,
  portfolio: PortfolioRow,
  { caseId, customerId }: { readonly caseId: string; readonly customerId: string },
): Promise<Facts> {
  const wanted = { customerId, caseId, portfolio, userId: null, exceptAttempt: null };
  const { rows, policy, at } = await loadGateInputs(app, db, wanted);
  const { packs, law } = app.gate;
  return factsFrom(
    rows,
    portfolio,
    policy.gate,
    app.tenantId,
    { packs, law },
    {
      ...{ channel: 'phone_call', contactPointId: rows.points[0]?.id ?? caseId },
      ...{ debts: rows.debts.map(({ id }) => id), at, mode: 'live_agent' },
      today: dateIn(portfolio.zone, app.clock()),
      ...{ purpose: null, person: null, content: {}, inResponseTo: null, voicemailPlan: null },
      ...{ inLiveSession: false, rebuttalFactor: null, countDebts: null, voice: null, team: null },
      ...{ reference: null, confirmedRules: [], silencedRules: [] },
    },
  );
}
