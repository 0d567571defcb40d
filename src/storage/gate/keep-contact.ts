import type { LoggedEvent } from '#domain/events/event.ts';
import { eventInsert, eventParameters, eventValues, toldOutboxText } from '#storage/event-log.ts';
import { hotStatement, type Run } from '#storage/hot-path.ts';
import type { FactsBase } from '#storage/packed-facts.ts';
import { decisionInsert, decisionParameters, decisionValues, type KeptDecision } from './gate.ts';
import type { ReservedAttempt } from './reservations.ts';

/** What is read with the locks of one contact: of the person, then of the chain of the case. */
export type LockedChains = {
  readonly linked: boolean;
  readonly previousDecision: Buffer | null;
  readonly previousEvent: Buffer | null;
};

/** The same, with the number of the newest event about the person as it is under the locks. */
export type ContactLock = LockedChains & { readonly logSeq: string };

// The case waits for the person: its part asks for the part that locks the person.
const lockStatement = hotStatement<LockedChains>(
  'lock-contact',
  `with person as materialized (
    select linked, last_decision_hash from customers
    where id = :customerId::uuid for no key update
  ), chain as materialized (
    select last_hash from cases
    where customer_id = :customerId::uuid and id = :caseId::uuid and exists (select from person)
    for no key update
  )
  select p.linked, p.last_decision_hash as "previousDecision", c.last_hash as "previousEvent"
  from person p left join chain c on true`,
);

/** Locks the record of a person and the chain of a case, in this order; undefined: no such person. */
export async function lockContact(
  run: Run,
  customerId: string,
  caseId: string,
): Promise<LockedChains | undefined> {
  return (await run(lockStatement, { customerId, caseId }))[0];
}

/** Decision and event, each the next of its chain; `more` is a further write to another table. */
const keepText = (more = '') => `
  with d as materialized (${decisionValues}), decided as (${decisionInsert}),
  e as materialized (${eventValues}), logged as (${eventInsert}),
  told as (${toldOutboxText}),
  linked as (
    update customers set last_decision_hash = (select hash from decided)
    where id = :customerId::uuid
  )${more}
  update cases set last_hash = (select hash from logged)
  where customer_id = :customerId::uuid and id = :caseId::uuid`;

const keepStatement = hotStatement('keep-contact', keepText());

const reserveStatement = hotStatement(
  'reserve-contact',
  keepText(`, reserved as (
    insert into attempts (customer_id, id, tenant_id, case_id, portfolio_id, decision_id,
      channel, direction, contact_point_id, person, mode, purpose, purpose_ref, in_response_to,
      unsolicited, automated, collector, override_id, debts, state, user_id, token_hash, token_expires_at,
      zone, local_day, local_hour, instance_id, attempted_at, received_at, recorded_at)
    select d.customer_id, :attemptId::uuid, d.tenant_id, d.case_id, d.portfolio_id,
      d.id, d.channel, 'outbound', d.contact_point_id, :person::text, :mode::text,
      :contactPurpose::text, :purposeRef::text, :inResponseTo::uuid, :unsolicited::boolean,
      :automated::boolean, :collector::text, d.override_id, :debts::uuid[], 'reserved', d.user_id, :tokenHash::text,
      :tokenExpiresAt::timestamptz, :zone::text, :localDay::date, :localHour::smallint, :instanceId::uuid,
      d.decided_at, d.decided_at, d.decided_at
    from d
  )`),
);

const settleStatement = hotStatement(
  'settle-contact',
  keepText(`, settled as (
    update attempts set state = :state::text, released_at = :decidedAt::timestamptz
    where customer_id = :customerId::uuid and id = :attemptId::uuid
  )`),
);

/** A decision with the event that tells of it. */
export type KeptContact = {
  readonly decision: KeptDecision;
  readonly event: LoggedEvent;
  readonly lock: ContactLock;
  readonly base?: FactsBase;
};

function keptParameters({ decision, event, lock, base }: KeptContact) {
  const { previousDecision, previousEvent, logSeq } = lock;
  const chains = { previousDecision, previousEvent, logSeq };
  return { ...decisionParameters(decision, base), ...eventParameters(event), ...chains };
}

/** Keeps what was decided about a contact that is not made, under the locks of `lockContact`. */
export async function keepContact(run: Run, kept: KeptContact): Promise<void> {
  await run(keepStatement, keptParameters(kept));
}

/** Keeps the decision and writes the attempt as reserved. */
export async function keepReservation(
  run: Run,
  kept: KeptContact,
  attempt: ReservedAttempt,
): Promise<void> {
  await run(reserveStatement, { ...keptParameters(kept), ...attempt, debts: [...attempt.debts] });
}

/** Keeps the decision and sets the outcome of a release: `released`, or `refused`, which no longer counts. */
export async function keepSettlement(
  run: Run,
  kept: KeptContact,
  settled: { readonly attemptId: string; readonly state: 'released' | 'refused' },
): Promise<void> {
  await run(settleStatement, { ...keptParameters(kept), ...settled });
}
