import type { Facts } from '#domain/gate/facts/facts.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { policyFrom } from '#domain/policy/portfolio-policy.ts';
import { instantOf } from '#kernel/time.ts';
import { gateInputsFrom, recordInputs } from '#storage/gate/inputs.ts';
import { runOn } from '#storage/hot-path.ts';
import type { App } from '#usecases/app.ts';
import type { Written } from './write-example.ts';
import { todayOf } from './write-portfolio.ts';

/** The facts of a written example as the product reads them for the gate. */
export async function readBack(app: App, written: Written): Promise<Facts> {
  const { facts, ids, customerId, caseId, portfolio, settings } = written;
  const { proposed } = facts;
  const to = proposed.to ?? '';
  const isPoint = facts.contact_points.some(({ id }) => id === to);
  const at = instantOf(Date.parse(proposed.at));
  const of = {
    ...{ tenantId: app.tenantId, customerId, caseId, exceptAttempt: null, at },
    answers: proposed.in_response_to ? ids.of('entry', proposed.in_response_to) : null,
  };
  const run = runOn(app.db);
  const own = await recordInputs(run, of);
  if (!own) throw new Error(`no customer ${customerId}`);
  const { rows, confirmedRules, silencedRules } = await gateInputsFrom(app.db, run, of, own);
  const policy = policyFrom(settings, { currency: 'USD', holidays: new Set() });
  const packs = app.gate.packs.filter(({ id, alsoCalled = [] }) =>
    [id, ...alsoCalled].some((name) => facts.packs.includes(name)),
  );
  const law = { packs, law: app.gate.law };
  const read = factsFrom(rows, portfolio, policy.gate, app.tenantId, law, {
    channel: proposed.channel,
    contactPointId: isPoint ? ids.of('point', to) : to,
    debts: proposed.debts.map((debt) => ids.of('debt', debt)),
    ...{ at, today: todayOf(facts), mode: proposed.mode ?? 'live_agent' },
    ...{ purpose: proposed.purpose ?? null, person: proposed.person ?? 'consumer' },
    content: proposed.content ?? {},
    inResponseTo: of.answers,
    voicemailPlan: proposed.voicemail_plan ?? null,
    inLiveSession: proposed.in_live_session ?? false,
    rebuttalFactor: proposed.rebuttal_factor ?? null,
    countDebts: proposed.count_debts?.map((debt) => ids.of('debt', debt)) ?? null,
    voice: proposed.voice ?? null,
    team: proposed.team === 'specialist' ? 'specialist' : null,
    reference: proposed.legal_basis ?? null,
    ...{ confirmedRules, silencedRules },
  });
  return { ...read, packs: facts.packs };
}
