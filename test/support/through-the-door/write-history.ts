import { isAboutDebt } from '#domain/contact/conveyed.ts';
import {
  CONSENT_KINDS,
  type ConsentField,
  type ConsentKind,
} from '#domain/gate/facts/consent-kinds.ts';
import { bindingTime, eventWord } from '#domain/gate/facts/event-kinds.ts';
import { FACT_KINDS, type FactField } from '#domain/gate/facts/fact-kinds.ts';
import type { CaseEvent, Consent, LogEntry } from '#domain/gate/facts/history-facts.ts';
import { ANSWER_BELIEVED_WRONG } from '#domain/gate/facts/words.ts';
import { parseInstant } from '#kernel/local-clock.ts';
import { instantOf } from '#kernel/time.ts';
import { always, type Writing } from './batch.ts';
import { todayOf } from './write-portfolio.ts';

const instant = (text: string) => instantOf(parseInstant(text));

/** Writes what happened and what was asked: log, events, consents and statements. */
export function writeHistory(writing: Writing): void {
  const { facts } = writing;
  const taken = new Set<string>();
  for (const entry of facts.contact_log) {
    // Examples with many entries give some of them the same id.
    const id = taken.has(entry.id) ? `${entry.id} at ${entry.at} ${taken.size}` : entry.id;
    taken.add(id);
    writeEntry(writing, { ...entry, id });
  }
  for (const event of facts.events) writeEvent(writing, event);
  for (const consent of facts.consents) writeConsent(writing, consent);
  writeStatements(writing);
}

function pointOf({ facts, ids }: Writing, address: string): string {
  const found = facts.contact_points.find((point) =>
    [point.id, point.number, point.address].includes(address),
  );
  return ids.of('point', found?.id ?? address);
}

const debtsOf = ({ ids }: Writing, debts: readonly string[]) =>
  debts.map((debt) => ids.of('debt', debt));

function writeEntry(writing: Writing, entry: LogEntry): void {
  const { batch, ids, tenantId, customerId, caseId, portfolioId, facts, unheld } = writing;
  const { id, at, dir, channel, to, from, person, result, debts, conversation_debts, by } = entry;
  const { in_response_to, mode, purpose, unsolicited, automated, ended_by, ...more } = entry;
  const known = {
    about_debt: 1,
    note: 1,
    id,
    at,
    dir,
    channel,
    to,
    from,
    person,
    result,
    debts,
    conversation_debts,
    by,
  };
  for (const key of Object.keys(more)) if (!(key in known)) unheld(`contact_log.${key}`);
  const point = to ?? from;
  const isReserved = result === 'reserved';
  batch.attempts.push({
    ...{ customerId, tenantId, caseId, portfolioId, id: ids.of('entry', id), channel },
    ...{ direction: dir, person: person ?? 'consumer', mode: mode ?? 'live_agent' },
    contactPointId: point ? pointOf(writing, point) : null,
    debts: debtsOf(writing, debts ?? []),
    conversationDebts: debtsOf(writing, conversation_debts ?? []),
    ...{ state: isReserved ? 'reserved' : 'ended', result: isReserved ? null : result },
    ...{ zone: 'UTC', localDay: at.slice(0, 10), localHour: 12, attemptedAt: instant(at) },
    ...{ purpose: purpose ?? null, unsolicited: unsolicited ?? true },
    inResponseTo: in_response_to ? ids.of('entry', in_response_to) : null,
    ...{ automated: automated ?? false, endedBy: ended_by ?? null },
    aboutDebt: aboutDebt(writing, entry),
    collector: by ?? facts.actor.id,
  });
}

/** Whether an entry conveyed something about a debt, as the product tells it from what came of it. */
function aboutDebt({ facts }: Writing, entry: LogEntry): boolean | null {
  if (entry.about_debt !== null && entry.about_debt !== undefined) return entry.about_debt;
  // Of what came in nobody says; an attempt of ours conveys what came of it.
  if (entry.dir === 'inbound' && entry.channel !== 'phone_call') return null;
  if (facts.consumer.initial_communication_made === false) return false;
  return isAboutDebt({ result: entry.result, purpose: entry.purpose ?? null, content: null });
}

type Told = {
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
  readonly receivedAt: string;
  readonly withdraws?: string;
};

function insertFact(writing: Writing, { details, ...fact }: Told): string {
  const { batch, tenantId, customerId, caseId, portfolioId } = writing;
  const id = writing.newId();
  batch.contactFacts.push({
    ...{ customerId, tenantId, caseId, portfolioId, id, source: 'test', recordedAt: always },
    ...{ ...fact, details: JSON.stringify(details) },
  });
  return id;
}

const notDetails = ['number', 'kind', 'at', 'received_at', 'sent_at', 'effective_at', 'notice_at'];

function writeEvent(writing: Writing, event: CaseEvent): void {
  const { facts, unheld } = writing;
  const word = eventWord(event.kind);
  if (!word) {
    unheld(`events.kind=${event.kind}`);
    return;
  }
  const { binds, about, fields } = FACT_KINDS[word];
  const bound = bindingTime(event);
  // No notice is kept without the time of its sending: one of unknown date is not on record.
  if (binds === 'sent' && !bound) return;
  const bindsAt = bound ? instant(bound) : always;
  const receivedAt = event.received_at ? instant(event.received_at) : bindsAt;
  const occurredAt = binds === 'received' ? (event.at ? instant(event.at) : receivedAt) : bindsAt;
  const details: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(event)) {
    if (notDetails.includes(key) || key === 'undelivered_notice_at') continue;
    if (value === null || value === undefined) continue;
    if (!fields.includes(key as FactField)) {
      unheld(`events.${word}.${key}`);
      continue;
    }
    details[key] = value;
  }
  for (const key of ['in_reply_to', 'scope_text'] as const) {
    if (event[key]) details[key] = naming(writing, event[key]);
  }
  if (event.number) details['address'] = pointOf(writing, event.number);
  if (event.address) details['address'] = pointOf(writing, event.address);
  if (about === 'debts' || event.debts?.length) {
    const named = event.debts ?? facts.debts.map(({ id }) => id);
    details['debts'] = debtsOf(writing, named);
  }
  const told = { kind: word, occurredAt, receivedAt };
  const id = insertFact(writing, { ...told, details });
  if (event.undelivered_notice_at) {
    const returned = instant(event.undelivered_notice_at);
    const as = { undelivered_notice_at: returned };
    const times = { occurredAt: returned, receivedAt: returned };
    insertFact(writing, { kind: word, details: as, ...times, withdraws: id });
  }
}

/** A text in which debts and entries of the log are named by the ids they have here. */
function naming({ facts, ids }: Writing, text: string): string {
  if (facts.contact_log.some(({ id }) => id === text)) return ids.of('entry', text);
  return text
    .split(/(_|\b)/)
    .map((word) => (facts.debts.some(({ id }) => id === word) ? ids.of('debt', word) : word))
    .join('');
}

function writeConsent(writing: Writing, consent: Consent): void {
  const { batch, tenantId, customerId, facts, unheld } = writing;
  const { kind, address, debts, given_to, received_at, revoked_at, ...rest } = consent;
  const form = CONSENT_KINDS[kind as ConsentKind] as
    | { readonly fields: readonly ConsentField[] }
    | undefined;
  if (!form) {
    unheld(`consents.kind=${kind}`);
    return;
  }
  const details: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (form.fields.includes(key as ConsentField)) details[key] = value;
    else unheld(`consents.${kind}.${key}`);
  }
  // A check of today is kept by its day, and one that was not made not at all.
  const { reassigned_checks_ok: checks } = consent;
  if (checks === true) details['reassigned_checks_ok'] = [todayOf(facts)];
  if (checks === false) delete details['reassigned_checks_ok'];
  const receivedAt = received_at ? instant(received_at) : always;
  batch.consents.push({
    ...{ customerId, tenantId, id: writing.newId(), kind, receivedAt },
    portfolioId: writing.portfolioId,
    ...{ contactPointId: address ? pointOf(writing, address) : null },
    ...{ debts: debtsOf(writing, debts ?? []), details: JSON.stringify(details) },
    ...{ givenTo: given_to ?? facts.actor.id, occurredAt: receivedAt, recordedAt: receivedAt },
    revokedAt: revoked_at ? instant(revoked_at) : null,
  });
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What is said of the person, as facts that were recorded long ago. */
function writeStatements(writing: Writing): void {
  const { consumer } = writing.facts;
  const say = (kind: keyof typeof FACT_KINDS, details: Told['details'] = {}) =>
    insertFact(writing, { kind, details, occurredAt: always, receivedAt: always });
  for (const { weekdays, from, to, valid_until } of consumer.inconvenient ?? []) {
    const days = (weekdays ?? []).map((day) => dayNames.indexOf(day.toLowerCase()) + 1);
    say('time_inconvenient', {
      ...(days.length > 0 ? { weekdays: days } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(valid_until ? { valid_until: valid_until.slice(0, 10) } : {}),
    });
  }
  for (const place of consumer.inconvenient_places ?? []) say('place_inconvenient', { place });
  if (consumer.current_place) {
    const { current_place: place, current_place_until: until } = consumer;
    writing.batch.preferences.push({
      ...{ customerId: writing.customerId, tenantId: writing.tenantId, id: writing.newId() },
      ...{ kind: 'whereabouts', givenAt: always, receivedAt: always, recordedAt: always },
      details: JSON.stringify({ place, country: null, region: null, until: until ?? null }),
    });
  }
  if (consumer.employer_prohibits) say('work_prohibited');
  for (const state of ['deceased', 'minor', 'active_duty', 'lacks_capacity', 'vulnerable'] as const)
    if (consumer.status?.[state]) say(state);
  if (consumer.authorised_channels) {
    writeConsent(writing, {
      kind: 'authorised_channels',
      channels: consumer.authorised_channels,
    } as Consent);
  }
  const asked = consumer.work_request;
  if (asked) {
    const { at, received_at, ...details } = typeof asked === 'object' ? asked : {};
    const received = received_at ?? at;
    const times = received ? instant(received) : always;
    insertFact(writing, {
      ...{ kind: 'place_inconvenient', occurredAt: times, receivedAt: times },
      details: { ...details, place: 'work' },
    });
  }
  const { person, reason, requested_by_third_party } = writing.facts.proposed;
  if (requested_by_third_party) say('third_party_request', person ? { person } : {});
  if (reason === ANSWER_BELIEVED_WRONG) say('location_answer_wrong', person ? { person } : {});
}
