import { type Kysely, sql } from 'kysely';
import type { PortName } from '#domain/connections/slots.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A choice as it is stored. Secrets are sealed, each under the name of its setting. */
export type ChoiceRow = {
  readonly port: PortName;
  readonly scope: string;
  /** Counts up from 1 with each choice of the slot. */
  readonly version: number;
  readonly adapter: string;
  readonly settings: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly chosenAt: Instant;
  readonly chosenBy: string | null;
};

/** The choice in force of every slot where somebody chose. */
export async function choicesInForce(
  db: Kysely<DB>,
  tenantId: string,
): Promise<readonly ChoiceRow[]> {
  const { rows } = await sql<ChoiceRow>`
    select distinct on (port, scope) port, scope, version, adapter, settings, secrets, chosen_at,
      chosen_by
    from connections where tenant_id = ${tenantId}::uuid
    order by port, scope, version desc
  `.execute(db);
  return rows;
}

/** Adds a choice; false when somebody else added that version meanwhile. */
export async function insertChoice(
  tx: Kysely<DB>,
  tenantId: string,
  choice: ChoiceRow,
): Promise<boolean> {
  const { rows } = await sql`
    insert into connections (tenant_id, port, scope, version, adapter, settings, secrets, chosen_at,
      chosen_by)
    values (${tenantId}::uuid, ${choice.port}, ${choice.scope}, ${choice.version},
      ${choice.adapter}, ${JSON.stringify(choice.settings)}::jsonb,
      ${JSON.stringify(choice.secrets)}::jsonb, ${choice.chosenAt}::timestamptz,
      ${choice.chosenBy}::uuid)
    on conflict do nothing returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** One version of a slot's choices, as its history shows it. */
export type ChoiceVersion = {
  readonly version: number;
  readonly adapter: string;
  readonly chosenAt: Instant;
  readonly chosenByName: string | null;
};

/** The latest choices of a slot, newest first. */
export async function choiceHistory(
  db: Kysely<DB>,
  tenantId: string,
  { port, scope }: { readonly port: PortName; readonly scope: string },
  limit: number,
): Promise<readonly ChoiceVersion[]> {
  const { rows } = await sql<ChoiceVersion>`
    select c.version, c.adapter, c.chosen_at, ${nameAt('c.chosen_by', 'c.chosen_at')} as chosen_by_name
    from connections c
    where c.tenant_id = ${tenantId}::uuid and c.port = ${port} and c.scope = ${scope}
    order by c.version desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Imports whose file is still kept: uploaded, being read, failed, or only tried. */
export async function importsWithFile(db: Kysely<DB>, tenantId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from imports
    where tenant_id = ${tenantId}::uuid
      and (state in ('uploaded', 'running', 'failed') or (state = 'done' and dry_run))
  `.execute(db);
  return rows[0]?.count ?? 0;
}
