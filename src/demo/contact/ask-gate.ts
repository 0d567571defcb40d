import { callContent } from '#domain/contact/call-script.ts';
import { withCaseBars } from '#domain/contact/case-bars.ts';
import { howOf } from '#domain/contact/contact-how.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { dateIn, instantOf } from '#kernel/time.ts';
import type { Phone } from '../people/people.ts';
import { log, ofCase, type Play } from '../play/play.ts';
import type { Asked } from './asked.ts';
import { barsOf, gateViewOf } from './gate-view.ts';

/** Asks the gate about a call, from what the database would have told it then. */
export function askGate(play: Play, phone: Phone, ms: number): Asked {
  const { book, portfolio, debtor } = play;
  const rows = gateViewOf(play);
  const debts = rows.debts.filter(({ balance }) => balance > 0).map(({ id }) => id);
  const law = { packs: debtor.packs, law: book.gate.law };
  const facts = factsFrom(rows, portfolio, portfolio.rules.gate, book.tenantId, law, {
    ...howOf({}),
    content: callContent(
      scriptParts(debtor.packs, {
        ...{ collectorRole: portfolio.collectorRole, customerKind: debtor.home.kind },
        home: debtor.home,
      }),
    ),
    ...{ contactPointId: phone.id, debts, at: instantOf(ms), today: dateIn(portfolio.zone, ms) },
    ...{ rebuttalFactor: null, confirmedRules: [], silencedRules: [] },
  });
  const pointState = phone.state ?? 'unknown';
  const bars = barsOf(play);
  const decision = withCaseBars(book.gate.decide(facts), {
    ...{ ...bars, pointState, tellsThirdParty: false },
    heldBy: holdAgainst(bars.holds, { ...howOf({}), person: 'consumer' }),
  });
  const zone = decision.evaluatedZones[0]?.tz ?? portfolio.zone;
  return { decision, facts, phone, ms, zone, debts };
}

/**
 * Keeps what the gate said when somebody wanted to call, as it would have been kept then, with its
 * event; answers its id.
 */
export function keepAsked(
  play: Play,
  { decision, facts, phone, ms }: Asked,
  userId: string,
  attemptId: string | null,
): string {
  const { book } = play;
  const id = book.newId();
  const spoke = ['DUNLIN', ...Object.keys(decision.packVersions)];
  const { hashes } = book.gate;
  book.decisions.push({
    ...ofCase(play),
    ...{ id, portfolioId: play.portfolio.id, userId, purpose: 'reserve', channel: 'phone_call' },
    ...{ contactPointId: phone.id, campaign: campaignOf(play), decision, facts },
    packHashes: Object.fromEntries(
      spoke.flatMap((pack) => (hashes[pack] ? [[pack, hashes[pack]]] : [])),
    ),
    ...{ overrideId: null, decidedAt: instantOf(ms) },
  });
  logAsked(play, id, decision, userId, attemptId, ms);
  return id;
}

/** What put the call before an agent: the step of the process, or what was agreed. */
function campaignOf({ action, step }: Play): string {
  return action === 'callback' ? 'callback' : step;
}

function logAsked(
  play: Play,
  decisionId: string,
  decision: Decision,
  userId: string,
  attemptId: string | null,
  ms: number,
): void {
  const channel = 'phone_call' as const;
  if (attemptId !== null) {
    const made = { attemptId, decisionId, overrideId: null, channel };
    log(play, 'contact.reserved', made, userId, ms);
    return;
  }
  const verdict = decision.permitted === false ? 'refused' : 'presumed_violation';
  const rules = decision.reasons.map(({ rule }) => rule);
  const { nextPermittedAt } = decision;
  const facts = { decisionId, channel, verdict, rules, nextPermittedAt } as const;
  log(play, 'contact.refused', facts, userId, ms);
}
