import { callContent, type ScriptParts } from '#domain/contact/call-script.ts';
import { caseAtRest, withCaseBars } from '#domain/contact/case-bars.ts';
import { type ContactHow, howOf } from '#domain/contact/contact-how.ts';
import { holdAgainst } from '#domain/contact/hold-bars.ts';
import { isRequiredContact } from '#domain/contact/purposes.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { factsFrom } from '#domain/gate-facts/build-gate-facts.ts';
import { dateIn, instantOf } from '#kernel/time.ts';
import { log, ofCase, type Play } from '../play/play.ts';
import type { Asked } from './asked.ts';
import { openedChannel } from './confirmed-channels.ts';
import { barsOf, gateViewOf } from './gate-view.ts';

/** What the law where the person lives has our words say or leave out. */
export function partsOf({ debtor, portfolio }: Play): ScriptParts {
  return scriptParts(debtor.packs, {
    ...{ collectorRole: portfolio.collectorRole, customerKind: debtor.home.kind },
    home: debtor.home,
  });
}

/**
 * Asks the gate about a contact, from what the database would have told it then: a call of an agent
 * unless told.
 */
export function askGate(play: Play, point: Asked['point'], ms: number, given?: ContactHow): Asked {
  const { book, portfolio, debtor } = play;
  const how = given ?? {
    ...howOf({}),
    content: callContent(partsOf(play)),
    campaign: stepOf(play),
  };
  const rows = gateViewOf(play);
  const owed = rows.debts.filter(({ balance }) => balance > 0);
  const debts = (owed.length > 0 ? owed : rows.debts).map(({ id }) => id);
  const law = { packs: debtor.packs, law: book.gate.law };
  const facts = factsFrom(rows, portfolio, portfolio.rules.gate, book.tenantId, law, {
    ...how,
    ...{ contactPointId: point.id, debts, at: instantOf(ms), today: dateIn(portfolio.zone, ms) },
    ...{ rebuttalFactor: null, confirmedRules: [openedChannel], silencedRules: [] },
  });
  const pointState = point.state ?? 'unknown';
  const { holds, ...bars } = barsOf(play);
  const decision = withCaseBars(book.gate.decide(facts), {
    ...(isRequiredContact(how) ? caseAtRest : bars),
    ...{ pointState, tellsThirdParty: false },
    heldBy: holdAgainst(holds, { ...how, person: 'consumer' }),
  });
  const zone = decision.evaluatedZones[0]?.tz ?? portfolio.zone;
  return { decision, facts, how, point, ms, zone, debts };
}

/**
 * Keeps what the gate said when somebody wanted to call, as it would have been kept then, with its
 * event; answers its id.
 */
export function keepAsked(
  play: Play,
  { decision, facts, how, point, ms }: Asked,
  userId: string,
  attemptId: string | null,
): string {
  const { book } = play;
  const id = book.newId();
  const spoke = ['DUNLIN', ...Object.keys(decision.packVersions)];
  const { hashes } = book.gate;
  book.decisions.push({
    ...ofCase(play),
    ...{ id, portfolioId: play.portfolio.id, userId, purpose: 'reserve' },
    ...{ channel: how.channel, contactPointId: point.id, campaign: how.campaign, decision, facts },
    packHashes: Object.fromEntries(
      spoke.flatMap((pack) => (hashes[pack] ? [[pack, hashes[pack]]] : [])),
    ),
    ...{ overrideId: null, decidedAt: instantOf(ms) },
  });
  logAsked(
    play,
    id,
    decision,
    how.channel === 'letter' ? 'letter' : 'phone_call',
    userId,
    attemptId,
    ms,
  );
  return id;
}

/** What put the call before an agent: the step of the process, or what was agreed. */
function stepOf({ action, step }: Play): string {
  return action === 'callback' ? 'callback' : step;
}

function logAsked(
  play: Play,
  decisionId: string,
  decision: Decision,
  channel: 'letter' | 'phone_call',
  userId: string,
  attemptId: string | null,
  ms: number,
): void {
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
