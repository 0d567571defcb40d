import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** The process that has a call in hand. */
export type CallOwner = {
  readonly instanceId: string;
  readonly name: string;
  /** False once it was taken for dead: its calls are about to be ended. */
  readonly lives: boolean;
};

/** Whose a call is; undefined when no process is known that has it. */
export async function ownerOfCall(
  db: Kysely<DB>,
  customerId: string,
  callId: string,
): Promise<CallOwner | undefined> {
  const { rows } = await sql<CallOwner>`
    select i.id as instance_id, i.name, i.taken_at is null as lives
    from attempts a join instances i on i.id = a.instance_id
    where a.customer_id = ${customerId}::uuid and a.id = ${callId}::uuid
  `.execute(db);
  return rows[0];
}

/** Leaves an order for the process that has the call. */
export async function leaveOrder(
  db: Kysely<DB>,
  order: {
    readonly id: string;
    readonly instanceId: string;
    readonly callId: string;
    readonly body: unknown;
  },
): Promise<void> {
  await sql`
    insert into call_orders (id, instance_id, call_id, body)
    values (${order.id}::uuid, ${order.instanceId}::uuid, ${order.callId}::uuid,
      ${JSON.stringify(order.body)}::jsonb)
  `.execute(db);
}

/** Takes the orders that others left for a process, in their order. */
export async function takeOrders(
  db: Kysely<DB>,
  instanceId: string,
): Promise<readonly { readonly callId: string; readonly body: unknown }[]> {
  const { rows } = await sql<{ id: string; callId: string; body: unknown }>`
    delete from call_orders where instance_id = ${instanceId}::uuid returning id, call_id, body
  `.execute(db);
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Calls that a process had in hand and another settled in its place. */
export async function callsTakenFrom(
  db: Kysely<DB>,
  instanceId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from attempts where instance_id = ${instanceId}::uuid and channel = 'phone_call'
      and attempted_at > now() - interval '1 day'
  `.execute(db);
  return rows.map(({ id }) => id);
}
