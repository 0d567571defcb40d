import type { LoggedEvent } from '#domain/events/event.ts';
import { eventInsert, eventParameters, eventValues, toldOutboxText } from '#storage/event-log.ts';
import { hotStatement, type Run } from '#storage/hot-path.ts';
import type { FactsBase } from '#storage/packed-facts.ts';
import {
  decisionInsert,
  decisionParameters,
  decisionValues,
  type KeptDecision,
  lockPerson,
  newestEvent,
} from './gate.ts';
import type { ReservedAttempt } from './reservations.ts';

const chainStatement = hotStatement<{ lastHash: Buffer | null; logSeq: string }>(
  'lock-chain',
  `select last_hash as "lastHash", ${newestEvent} from cases
  where customer_id = :customerId::uuid and id = :caseId::uuid for no key update`,
);

/** What is locked while one contact is decided: the person, then the chain of the case. */
export type ContactLock = {
  readonly linked: boolean;
  readonly previousDecision: Buffer | null;
  readonly previousEvent: Buffer | null;
  readonly logSeq: string;
};

/** Locks the record of a person and the chain of a case, in this order; undefined: no such person. */
export async function lockContact(
  run: Run,
  customerId: string,
  caseId: string,
): Promise<ContactLock | undefined> {
  const [person, [chain]] = await Promise.all([
    lockPerson(run, customerId),
    run(chainStatement, { customerId, caseId }),
  ]);
  if (!person) return undefined;
  const { linked, lastDecisionHash: previousDecision } = person;
  const { lastHash: previousEvent, logSeq } = chain ?? { lastHash: null, logSeq: '0' };
  return { linked, previousDecision, previousEvent, logSeq };
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
      unsolicited, collector, override_id, debts, state, user_id, token_hash, token_expires_at,
      zone, local_day, local_hour, attempted_at, received_at, recorded_at)
    select d.customer_id, :attemptId::uuid, d.tenant_id, d.case_id, d.portfolio_id,
      d.id, d.channel, 'outbound', d.contact_point_id, :person::text, :mode::text,
      :contactPurpose::text, :purposeRef::text, :inResponseTo::uuid, :unsolicited::boolean,
      :collector::text, d.override_id, :debts::uuid[], 'reserved', d.user_id, :tokenHash::text,
      :tokenExpiresAt::timestamptz, :zone::text, :localDay::date, :localHour::smallint,
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
