import { type Kysely, sql } from 'kysely';
import type { DocumentAbout, DocumentKind } from '#domain/cases/documents.ts';
import { erasedMark } from '#domain/privacy/data-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A case with its customer and portfolio. */
export type DocumentPlace = {
  readonly customerId: string;
  readonly portfolioId: string;
  readonly caseId: string;
};

/** What a document belongs to: the customer, the case, or one account or item of the customer. */
export type Belongs = {
  readonly about: DocumentAbout;
  readonly accountId: string | null;
  readonly itemId: string | null;
};

/** A document as it is listed. */
export type DocumentRow = Belongs & {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly restricted: boolean;
  /** The account or item it belongs to. */
  readonly reference: string | null;
  readonly addedAt: Instant;
  readonly addedBy: string | null;
};

/** Documents that a case shows: its own, and those of its customer, accounts and items on its portfolio. */
const ofCase = ({ customerId, portfolioId, caseId }: DocumentPlace) => sql`
  d.customer_id = ${customerId}::uuid and d.portfolio_id = ${portfolioId}::uuid
    and (d.about <> 'case' or d.case_id = ${caseId}::uuid)
    and d.removed_at is null and d.title <> ${erasedMark}`;

/** The documents of a case, newest first; restricted ones only where asked for. */
export async function listDocuments(
  db: Kysely<DB>,
  ref: DocumentPlace,
  { restricted }: { readonly restricted: boolean },
): Promise<readonly DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select d.id, d.kind, d.title, d.media_type, d.byte_count, d.restricted, d.about, d.account_id,
      d.item_id, coalesce(i.reference, a.reference) as reference, d.added_at,
      ${nameAt('d.added_by', 'd.added_at')} as added_by
    from documents d
    left join accounts a on a.customer_id = d.customer_id and a.id = d.account_id
    left join items i on i.customer_id = d.customer_id and i.id = d.item_id
    where ${ofCase(ref)} and (${restricted} or not d.restricted)
    order by d.added_at desc, d.id desc`.execute(db);
  return rows;
}

/** How many documents a customer has that were not removed. */
export async function countDocuments(db: Kysely<DB>, customerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from documents
    where customer_id = ${customerId}::uuid and removed_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Whether the account or item is one of the customer on the portfolio of the case. */
export async function isOfCustomer(
  db: Kysely<DB>,
  { customerId, portfolioId }: DocumentPlace,
  table: 'accounts' | 'items',
  id: string,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where customer_id = ${customerId}::uuid and id = ${id}::uuid
      and portfolio_id = ${portfolioId}::uuid`.execute(db);
  return rows.length > 0;
}

/** Keeps a document with its file. */
export async function insertDocument(
  tx: Kysely<DB>,
  made: Belongs & {
    readonly customerId: string;
    readonly id: string;
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly caseId: string;
    readonly kind: DocumentKind;
    readonly title: string;
    readonly mediaType: string;
    readonly byteCount: number;
    readonly sha256: string;
    readonly content: Buffer;
    readonly restricted: boolean;
    readonly addedAt: Instant;
    readonly addedBy: string | null;
  },
): Promise<void> {
  await tx.insertInto('documents').values(made).execute();
}

/** One document that a case shows, with its file; undefined when there is none. */
export async function documentOf(
  db: Kysely<DB>,
  ref: DocumentPlace,
  id: string,
): Promise<(DocumentRow & { readonly content: Buffer }) | undefined> {
  const { rows } = await sql<DocumentRow & { readonly content: Buffer }>`
    select d.*, null::text as reference from documents d
    where ${ofCase(ref)} and d.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** Removes the file of a document; that it was there, what it was and why it went stay. */
export async function removeDocumentFile(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly id: string },
  removed: { readonly at: Instant; readonly reason: string },
): Promise<void> {
  await sql`update documents set content = ''::bytea, removed_at = ${removed.at}::timestamptz,
      remove_reason = ${removed.reason}
    where customer_id = ${of.customerId}::uuid and id = ${of.id}::uuid`.execute(tx);
}

/** The files of some customers' documents, base64 by the document's id, the smallest first. */
export async function documentFiles(
  db: Kysely<DB>,
  customerIds: readonly string[],
  mostBytes: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; content: string }>`
    select d.id, encode(d.content, 'base64') as content from documents d
    join (select f.customer_id, f.id,
        sum(f.byte_count) over (order by f.byte_count, f.id) as bytes
      from documents f where f.customer_id = any(${[...customerIds]}::uuid[])
        and f.removed_at is null) s on s.customer_id = d.customer_id and s.id = d.id
    where s.bytes <= ${mostBytes}`.execute(db);
  return new Map(rows.map(({ id, content }) => [id, content.replaceAll('\n', '')]));
}
