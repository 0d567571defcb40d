import type { LoggedEvent } from '#domain/events/event.ts';
import type { Instant } from '#kernel/time.ts';
import { handedPart } from '#storage/cases/for-specialists.ts';
import { eventInsert, eventParameters, eventValues, toldOutboxText } from '#storage/event-log.ts';
import {
  type HotStatement,
  type HotTransaction,
  hotStatement,
  type Run,
} from '#storage/hot-path.ts';
import { agentStatement, type HeldLease, heldStatement } from './agent.ts';

/** Work items looked at in each portfolio, group and zone, and in all. */
const near = { perZone: 12, inAll: 12 };
/** The second look, when all the best belong to somebody: cases of owners who are away. */
const far = { perZone: 5_000, inAll: 20_000 };
/** Candidates that are tried, one after the other. */
const candidateLimit = 12;

/** From where an agent takes the next case, until when it is kept for them. */
export type NextWanted = {
  readonly userId: string;
  readonly portfolioIds: readonly string[];
  readonly zones: readonly string[];
  readonly preferUpper: boolean;
  readonly at: Instant;
  readonly until: Instant;
};

/** A work item that may be taken, if nobody else does first. */
export type Candidate = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly workItemId: string;
  readonly priorityTier: boolean;
  readonly priority: number;
};

/** Places of the queue that one statement looks at: its text and its plan stay small. */
const placesAtOnce = 48;

const bestFirst = (alias: string) => `(${alias}.priority_tier = :preferUpper::boolean) desc,
  ${alias}.priority desc, ${alias}.id`;

/**
 * The best work of some portfolios in some zones. Each portfolio, group and zone is a look of its
 * own into the index, which begins at the best; one look at them all would sort all that is ready.
 */
function candidateStatement(portfolios: number, zones: number): HotStatement<Candidate> {
  const looks = numbers(portfolios).flatMap((portfolio) =>
    [true, false].flatMap((upper) =>
      numbers(zones).map(
        (
          zone,
        ) => `(select w.customer_id, w.id, w.case_id, w.portfolio_id, w.priority_tier, w.priority
      from work_items w
      where w.state = 'ready' and w.portfolio_id = :portfolio${portfolio}::uuid
        and w.priority_tier = ${upper} and w.zone = :zone${zone}::text
      order by w.priority desc, w.id limit :perZone::integer)`,
      ),
    ),
  );
  return hotStatement<Candidate>(
    `queue-candidates-${portfolios}-${zones}`,
    `with best as materialized (
    select w.* from (${looks.join(' union all ')}) w
    order by ${bestFirst('w')} limit :inAll::integer
  )
  select b.customer_id as "customerId", b.case_id as "caseId", b.portfolio_id as "portfolioId",
    b.id as "workItemId", b.priority_tier as "priorityTier", b.priority
  from best b join cases f on f.customer_id = b.customer_id and f.id = b.case_id
  where (f.owner_id is null or f.owner_id = :userId::uuid)
    and ${handedPart('f')}
    and not exists (select 1 from customer_leases l where l.customer_id = f.customer_id
      and l.until > :at::timestamptz and l.user_id <> :userId::uuid)
  order by ${bestFirst('b')}
  limit ${candidateLimit}`,
  );
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** One statement for each number of portfolios and zones, made once. */
const candidateStatements = new Map<string, HotStatement<Candidate>>();

function candidateStatementFor(portfolios: number, zones: number): HotStatement<Candidate> {
  const key = `${portfolios} ${zones}`;
  const statement = candidateStatements.get(key) ?? candidateStatement(portfolios, zones);
  candidateStatements.set(key, statement);
  return statement;
}

/** The best candidates of all portfolios and zones, the best first, in one round trip. */
async function bestCandidates(
  run: Run,
  wanted: NextWanted,
  look: { readonly perZone: number; readonly inAll: number },
): Promise<readonly Candidate[]> {
  const { portfolioIds, zones, preferUpper } = wanted;
  if (zones.length === 0) return [];
  const atOnce = Math.max(1, Math.floor(placesAtOnce / (2 * zones.length)));
  const parts = numbers(Math.ceil(portfolioIds.length / atOnce)).map((part) =>
    portfolioIds.slice((part - 1) * atOnce, part * atOnce),
  );
  const found = await Promise.all(
    parts.map((ids) => {
      const places = [
        ...ids.map((id, index) => [`portfolio${index + 1}`, id]),
        ...zones.map((zone, index) => [`zone${index + 1}`, zone]),
      ];
      const values = { ...wanted, ...look, ...Object.fromEntries(places) };
      return run(candidateStatementFor(ids.length, zones.length), values);
    }),
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const rankOf = ({ priorityTier }: Candidate) => (priorityTier === preferUpper ? 0 : 1);
  return found
    .flat()
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) || b.priority - a.priority || (a.workItemId < b.workItemId ? -1 : 1),
    )
    .slice(0, candidateLimit);
}

const conversationStatement = hotStatement<{ caseId: string }>(
  'own-conversations',
  `select case_id as "caseId" from conversations
  where finished_at is null and (user_id = :userId::uuid or supervisor_id = :userId::uuid)
  limit 1`,
);

/** What an agent does and holds, and what they could take. */
export type AgentOutlook = {
  /** Whether a conversation of theirs is not finished. */
  readonly inConversation: boolean;
  readonly held: HeldLease | null;
  readonly candidates: readonly Candidate[];
};

/**
 * Locks the agent and reads, in one round trip, what they do and hold and the best cases they could
 * take. Cases that others hold or own are left out, however many there are.
 */
export async function lockOutlook(run: Run, wanted: NextWanted): Promise<AgentOutlook> {
  const sent = [
    run(agentStatement, wanted),
    run(conversationStatement, wanted),
    run(heldStatement, wanted),
    bestCandidates(run, wanted, near),
  ] as const;
  await Promise.all(sent);
  const [conversations, [held], nearest] = [await sent[1], await sent[2], await sent[3]];
  const isFound = nearest.length > 0 || held || conversations.length > 0;
  const candidates =
    isFound || wanted.zones.length === 0 ? nearest : await bestCandidates(run, wanted, far);
  return { inConversation: conversations.length > 0, held: held ?? null, candidates };
}

const takeStatement = hotStatement<TakenItem>(
  'take-item',
  `with picked as (
    select f.last_hash from cases f
    where f.customer_id = :customerId::uuid and f.id = :caseId::uuid
      and (f.owner_id is null or f.owner_id = :userId::uuid)
    for update skip locked
  ), leased as (
    insert into customer_leases as l (customer_id, user_id, case_id, until)
    select :customerId::uuid, :userId::uuid, :caseId::uuid, :until::timestamptz from picked
    on conflict (customer_id) do update
      set user_id = excluded.user_id, case_id = excluded.case_id, until = excluded.until
      where l.until <= :at::timestamptz or l.user_id = excluded.user_id
    returning 1
  ), taken as (
    update work_items w set state = 'leased', lease_owner = :userId::uuid,
      lease_until = :until::timestamptz
    where w.customer_id = :customerId::uuid and w.id = :workItemId::uuid and w.state = 'ready'
      and exists (select 1 from leased)
    returning 1
  )
  select exists (select 1 from leased) as leased, exists (select 1 from taken) as taken,
    (select last_hash from picked) as "lastHash"`,
);

/** What came of taking a candidate. */
export type TakenItem = {
  readonly leased: boolean;
  /** False with `leased` true: somebody was done with the item meanwhile; give up all of it. */
  readonly taken: boolean;
  /** The last event of the case, now locked. */
  readonly lastHash: Buffer | null;
};

/** Locks one case, leases its customer and takes its work item; waits for nobody. */
export async function takeItem(
  run: Run,
  wanted: NextWanted,
  { customerId, caseId, workItemId }: Candidate,
): Promise<TakenItem> {
  const { userId, at, until } = wanted;
  const [item] = await run(takeStatement, { customerId, caseId, workItemId, userId, at, until });
  return item ?? { leased: false, taken: false, lastHash: null };
}

const eventStatement = hotStatement(
  'keep-event',
  `with e as materialized (${eventValues}), logged as (${eventInsert}),
  told as (${toldOutboxText})
  update cases set last_hash = (select hash from logged)
  where customer_id = :customerId::uuid and id = :caseId::uuid`,
);

const endStateStatement = hotStatement(
  'end-state',
  `update agent_states set ended_at = :at::timestamptz
  where user_id = :userId::uuid and ended_at is null
    and (state, reason, case_id)
      is distinct from (:state::text, :reason::text, :caseId::uuid)`,
);

const beginStateStatement = hotStatement(
  'begin-state',
  `insert into agent_states (id, user_id, state, reason, case_id, began_at)
  select :id::uuid, :userId::uuid, :state::text, :reason::text, :caseId::uuid, :at::timestamptz
  where not exists (select 1 from agent_states where user_id = :userId::uuid and ended_at is null)`,
);

/** What an agent does from an instant on. */
export type StateBegun = {
  readonly id: string;
  readonly userId: string;
  readonly state: string;
  readonly reason: string | null;
  readonly caseId: string | null;
  readonly at: Instant;
};

/** Ends what an agent did and begins a stretch of something else; the same again is no change. */
export async function switchAgentState(run: Run, to: StateBegun): Promise<void> {
  await Promise.all([run(endStateStatement, to), run(beginStateStatement, to)]);
}

/** Writes the event of a case that was taken, and what its agent does from now on; commits. */
export async function keepTaken(
  hot: HotTransaction,
  event: LoggedEvent,
  lastHash: Buffer | null,
  to: StateBegun,
): Promise<void> {
  const { tenantId, portfolioId, customerId, caseId } = event;
  const place = { tenantId, portfolioId, customerId, caseId, previousEvent: lastHash };
  await Promise.all([
    hot.run(eventStatement, { ...eventParameters(event), ...place }),
    hot.run(endStateStatement, to),
    hot.runAndCommit(beginStateStatement, to),
  ]);
}
