import { type RawBuilder, sql } from 'kysely';

/** SQL: whether a row of `key_events` is a payment that was refused or came back. */
export const isRejectRow = (row: string): RawBuilder<unknown> =>
  sql.raw(`(${row}.cost_minor is not null or ${row}.type = 'B' and ${row}.source <> 'reject-limit'
    or ${row}.type = 'C' and (${row}.reason_code is not null or ${row}.source = 'reversal'))`);
