import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate, Zone } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** Where a case stands after a move, with its clock. A closed case has no next action. */
export type CasePlace = {
  readonly state: string;
  /** The state a reversed payment would restore; null keeps what is there. */
  readonly stateBefore: string | null;
  readonly step: string;
  readonly stepOn: LocalDate;
  readonly stepCount: number;
  readonly tone: string;
  readonly queue: string | null;
  readonly ownerId: string | null;
  readonly nextAction: string | null;
  readonly nextActionAt: Instant | null;
  readonly nextActionWhy: unknown;
  readonly holdReviewOn: LocalDate | null;
  readonly priorityTier: boolean;
  readonly brokenPromises: number;
  readonly closeReason: string | null;
  /** The day of this look at the case. */
  readonly judgedOn: LocalDate;
  /** From when somebody may be offered this case to call; null when nobody is to call. */
  readonly callableAt: Instant | null;
  readonly zone: Zone;
};

/**
 * Writes where a case stands and keeps its one work item in step, in one statement. A leased work
 * item stays leased: whoever holds it gives it back.
 */
export async function writeCasePlace(
  tx: Kysely<DB>,
  ref: CaseRef,
  place: CasePlace,
  workItemId: string,
  at: Instant,
): Promise<void> {
  const callable = sql`${place.callableAt}::timestamptz`;
  await sql`
    with moved as (
      update cases set
        state_since = case when state = ${place.state} then state_since else ${at}::timestamptz end,
        state = ${place.state}, state_before = coalesce(${place.stateBefore}, state_before),
        step = ${place.step}, step_on = ${place.stepOn}::date, step_count = ${place.stepCount},
        tone = ${place.tone}, queue = ${place.queue}, owner_id = ${place.ownerId}::uuid,
        next_action = ${place.nextAction}, next_action_at = ${place.nextActionAt}::timestamptz,
        next_action_why = ${JSON.stringify(place.nextActionWhy ?? {})}::jsonb,
        hold_review_on = ${place.holdReviewOn}::date, priority_tier = ${place.priorityTier},
        broken_promises = ${place.brokenPromises}, judged_on = ${place.judgedOn}::date,
        close_reason = ${place.closeReason},
        closed_at = case when ${place.closeReason}::text is null then null
          else coalesce(closed_at, ${at}::timestamptz) end
      where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid
      returning customer_id, id, tenant_id, portfolio_id, priority, priority_tier
    ), zoned as (
      insert into queue_zones (portfolio_id, zone)
      select m.portfolio_id, ${place.zone} from moved m where ${callable} is not null
      on conflict do nothing
    ), touched as (
      update work_items w set
        state = case when ${callable} is null then 'done'
          when w.state = 'leased' then 'leased'
          when ${callable} <= ${at}::timestamptz then 'ready' else 'waiting' end,
        next_callable_at = coalesce(${callable}, w.next_callable_at),
        priority = m.priority, priority_tier = m.priority_tier, zone = ${place.zone},
        lease_owner = case when ${callable} is null then null else w.lease_owner end,
        lease_until = case when ${callable} is null then null else w.lease_until end
      from moved m
      where w.customer_id = m.customer_id and w.case_id = m.id and w.state <> 'done'
      returning w.id
    )
    insert into work_items (customer_id, id, tenant_id, case_id, portfolio_id, zone, state,
      priority_tier, priority, next_callable_at)
    select m.customer_id, ${workItemId}::uuid, m.tenant_id, m.id, m.portfolio_id,
      ${place.zone}, case when ${callable} <= ${at}::timestamptz then 'ready' else 'waiting' end,
      m.priority_tier, m.priority, ${callable}
    from moved m
    where ${callable} is not null and not exists (select 1 from touched)
  `.execute(tx);
}

/** Work that a step or an effect of a move hands to people. */
export type CaseTask = CaseRef & {
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly kind: string;
  readonly queue: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly dueOn: LocalDate;
  readonly openedAt: Instant;
};

/**
 * Opens a task of a case, unless one of that kind is open on it already. Where the new one says
 * something else, its effect ends the old one first.
 */
export async function openCaseTask(tx: Kysely<DB>, task: CaseTask): Promise<void> {
  await sql`
    insert into tasks (customer_id, id, tenant_id, portfolio_id, case_id, kind, details,
      queue, due_on, opened_at)
    select ${task.customerId}::uuid, ${task.id}::uuid, ${task.tenantId}::uuid,
      ${task.portfolioId}::uuid, ${task.caseId}::uuid, ${task.kind},
      ${JSON.stringify(task.details)}::jsonb, ${task.queue}, ${task.dueOn}::date,
      ${task.openedAt}::timestamptz
    where not exists (select 1 from tasks t where t.customer_id = ${task.customerId}::uuid
      and t.case_id = ${task.caseId}::uuid and t.done_at is null and t.kind = ${task.kind})
  `.execute(tx);
}

/** What a move does to the rows around a case, each where its effect asks for it. */
export type Around = {
  /** Key events that are solved by it. */
  readonly solvedEvents: readonly string[];
  readonly resolution: string;
  /** Protected key events that are an ordinary debt from now on. */
  readonly ordinaryEvents: readonly string[];
  readonly cancelNotices: boolean;
  /** Callbacks that nobody needs to make any more. */
  readonly endCallbacks: boolean;
  readonly leaveCollection: boolean;
  /** Tasks of steps that the move overtook. */
  readonly endStepTasks: boolean;
  /** Further kinds of tasks that it made pointless. */
  readonly endTasks: readonly string[];
};

/** Carries out the effects of a move on events, notices, callbacks and items. */
export async function writeAround(
  tx: Kysely<DB>,
  ref: CaseRef,
  around: Around,
  at: Instant,
  today: LocalDate,
): Promise<void> {
  const { customerId, caseId } = ref;
  const ordinary = [...around.ordinaryEvents];
  const isSolved = sql`(id = any(${[...around.solvedEvents]}::uuid[]) and resolved_at is null)`;
  await sql`
    with ended as (
      update key_events set
        resolved_at = case when ${isSolved} then ${at}::timestamptz else resolved_at end,
        resolution = case when ${isSolved} then ${around.resolution} else resolution end,
        evidence = case when id = any(${ordinary}::uuid[])
          then evidence || jsonb_build_object('ordinarySince', ${today}::text) else evidence end
      where customer_id = ${customerId}::uuid and (${isSolved} or id = any(${ordinary}::uuid[]))
    ), cancelled as (
      update notices set cancelled_at = ${at}::timestamptz
      where ${around.cancelNotices} and customer_id = ${customerId}::uuid
        and case_id = ${caseId}::uuid and cancelled_at is null
    ), uncalled as (
      update callbacks set done_at = ${at}::timestamptz, outcome = 'not-needed'
      where ${around.endCallbacks} and customer_id = ${customerId}::uuid
        and case_id = ${caseId}::uuid and done_at is null
    ), overtaken as (
      update tasks set done_at = ${at}::timestamptz, outcome = 'overtaken'
      where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid and done_at is null
        and (${around.endStepTasks} and details ? 'step'
          or kind = any(${[...around.endTasks]}::text[]))
    )
    update items set left_collection_on = ${today}::date
    where ${around.leaveCollection} and customer_id = ${customerId}::uuid
      and case_id = ${caseId}::uuid and left_collection_on is null
  `.execute(tx);
}
