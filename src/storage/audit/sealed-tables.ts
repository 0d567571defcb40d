import { type RawBuilder, sql } from 'kysely';
import { erasedMark } from '#domain/privacy/data-kinds.ts';
import { noCustomer } from '#storage/event-log.ts';

/** How the rows of a table are sealed. */
export type SealedTable = {
  readonly table: string;
  /** The key of a row beside its customer, by which a row that is gone is named. */
  readonly key: readonly string[];
  /**
   * Words that may be erased one day: their hash stays, so the row holds without them. A column, or
   * a field of one that holds JSON.
   */
  readonly words?: readonly string[];
  /** Columns that the product goes on to write: they are in no seal. */
  readonly changing?: readonly string[];
  /** The columns that are read to seal a row, where one is too large to be made JSON; else all. */
  readonly read?: readonly string[];
  /** Rows of no customer. */
  readonly ofNobody?: true;
  /** Rows that go when an event of this kind says so; its facts name their key (`verify-seals.ts`). */
  readonly endedBy?: 'user.role-revoked';
  /** Rows that may be taken back with the import that brought them. */
  readonly imported?: true;
};

const id = ['id'];
const revoked = ['revoked_at', 'revocation_source', 'revocation_recorded_at', 'revoked_by'];
const resolved = [
  ...['state', 'how', 'candidates', 'customer_id', 'payment_id', 'resolved_at', 'resolved_by'],
  ...['note', 'likely_customer_id'],
];

/** The tables that carry words and money beside the log. */
export const sealedTables: readonly SealedTable[] = [
  { table: 'notes', key: id, words: ['words'] },
  { table: 'utterances', key: ['conversation_id', 'line'], words: ['words'] },
  {
    table: 'messages',
    key: id,
    words: ['subject', 'words'],
    changing: ['state', 'provider_ref'],
  },
  {
    table: 'documents',
    key: id,
    words: ['title'],
    // The file is held against its hash, its removal against the event that tells it.
    changing: ['content', 'removed_at', 'remove_reason'],
    read: [
      ...['customer_id', 'id', 'tenant_id', 'portfolio_id', 'case_id', 'about', 'account_id'],
      ...['item_id', 'kind', 'title', 'media_type', 'byte_count', 'sha256', 'restricted'],
      ...['added_at', 'added_by', 'removed_at', 'remove_reason', 'seal_no'],
    ],
  },
  { table: 'rule_switches', key: id, ofNobody: true },
  {
    table: 'legal_holds',
    key: id,
    // The lifting is held against the event that tells it.
    changing: ['lifted_at', 'lifted_by', 'lift_reason'],
  },
  {
    table: 'person_requests',
    key: id,
    // Each step is held against the event that tells it.
    changing: [
      ...['state', 'identity_how', 'identity_at', 'identity_by', 'refusal', 'approved_at'],
      ...['approved_by', 'ended_at', 'ended_by', 'file_sha256'],
    ],
  },
  {
    table: 'portfolio_transfers',
    key: id,
    changing: ['noted_to', 'noted_at'],
    ofNobody: true,
  },
  { table: 'verifications', key: id },
  { table: 'attempt_corrections', key: id, words: ['reason'] },
  { table: 'contact_facts', key: id, words: ['details', 'source', 'evidence_ref'] },
  { table: 'consents', key: id, words: ['source', 'evidence_ref'], changing: revoked },
  { table: 'preferences', key: id, words: ['details.words'] },
  { table: 'overrides', key: id, words: ['evidence'], changing: ['used_by_attempt', 'used_at'] },
  { table: 'postings', key: id, imported: true },
  {
    table: 'payments',
    key: id,
    words: ['reference'],
    changing: ['reversed_at', 'reversal_reason', 'payer'],
    imported: true,
  },
  { table: 'credit_notes', key: id, words: ['reason'], changing: ['reversed_at'] },
  {
    table: 'promises_to_pay',
    key: id,
    changing: ['state', 'paid_minor', 'judged_on', 'replaced_by'],
  },
  { table: 'plans', key: id, words: ['affordability'], changing: ['state', 'ended_at'] },
  { table: 'plan_instalments', key: ['plan_id', 'number'], changing: ['paid_minor', 'state'] },
  {
    table: 'bank_entries',
    key: id,
    words: ['payer_name', 'payer_account', 'reference', 'remittance', 'given_references'],
    changing: [...resolved, 'same_as'],
    ofNobody: true,
    imported: true,
  },
  { table: 'portfolio_policies', key: ['portfolio_id', 'version'], ofNobody: true },
  {
    table: 'user_roles',
    key: ['user_id', 'role', 'portfolio_id'],
    ofNobody: true,
    endedBy: 'user.role-revoked',
  },
  {
    table: 'approvals',
    key: id,
    // The answer and an early end are held against their events; the words go when a customer is erased.
    changing: [
      ...['state', 'decided_by', 'decided_at', 'decision_reason', 'about', 'reason'],
      'lapses_at',
    ],
    ofNobody: true,
  },
  { table: 'former_names', key: ['user_id', 'until'], ofNobody: true },
];

/** The logs: each row has a hash of its own, of which blocks keep the sum of a stretch. */
export const sealedLogs = [
  { table: 'event_log', number: 'seq' },
  { table: 'decisions', number: 'seal_no' },
] as const;

/** SQL: the customer by whom a row `t` is kept. */
export const customerIn = ({ ofNobody }: SealedTable): RawBuilder<unknown> =>
  ofNobody ? sql`${sql.lit(noCustomer)}::uuid` : sql`t.customer_id`;

/** SQL: the rows of a table, to be named `t`. */
export const rowsIn = ({ table, read }: SealedTable): RawBuilder<unknown> =>
  read
    ? sql`(select ${sql.join(read.map((column) => sql.ref(column)))} from ${sql.table(table)})`
    : sql.table(table);

/** SQL: the key of a row `t` as text. */
export const keyIn = ({ key }: SealedTable): RawBuilder<unknown> =>
  sql`concat_ws(' ', ${sql.join(key.map((column) => sql.ref(`t.${column}`)))})`;

/** SQL: the import of a row `t`. */
export const importIn = ({ imported }: SealedTable): RawBuilder<unknown> =>
  imported ? sql`t.import_id` : sql`null::uuid`;

/**
 * SQL: the hash of what never changes in a row `t`. A column that is empty leaves no mark, so that one
 * that is added to the table later changes no hash. Instants are written in UTC, as every connection has it.
 */
export function fixedHashIn({ words = [], changing = [] }: SealedTable): RawBuilder<unknown> {
  const leftOut = [...words, ...changing, 'seal_no'].map((name) => sql` #- ${pathOf(name)}`);
  return sql`sha256(convert_to((jsonb_strip_nulls(to_jsonb(t))${sql.join(leftOut, sql``)})::text,
    'UTF8'))`;
}

/** SQL: the hash of the words of a row `t`; null where it has none. */
export function wordsHashIn({ words }: SealedTable): RawBuilder<unknown> {
  if (words === undefined) return sql`null::bytea`;
  const values = words.map((name) => sql`to_jsonb(t) #> ${pathOf(name)}`);
  return sql`sha256(convert_to(jsonb_build_array(${sql.join(values)})::text, 'UTF8'))`;
}

/** SQL: whether the words of a row `t` are erased. */
export function isErasedIn({ words }: SealedTable): RawBuilder<unknown> {
  if (words === undefined) return sql`false`;
  const empty = words.map(
    (name) =>
      sql`coalesce(to_jsonb(t) #>> ${pathOf(name)}, '') in ('', '{}', ${sql.lit(erasedMark)})`,
  );
  return sql.join(empty, sql` and `);
}

/** SQL: where a column, or a field of it, stands in a row that is JSON. */
const pathOf = (name: string) => sql`${sql.lit(`{${name.replace('.', ',')}}`)}::text[]`;
