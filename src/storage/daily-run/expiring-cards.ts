import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { idFor, inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Makes a key event A of each card of a scope that expires from today until a day and that its bank is known not
 * to renew: the request for a new one goes out before a charge fails (M-024). Once for each day of expiry; a card of
 * which nobody said whether it renews makes none. Answers how many.
 */
export async function noteExpiringCards(
  tx: Kysely<DB>,
  scope: Scope,
  { today, until }: { readonly today: LocalDate; readonly until: LocalDate },
  signed: { readonly at: Instant; readonly seed: string },
): Promise<bigint> {
  const { numAffectedRows } = await sql`
    insert into key_events (customer_id, id, tenant_id, portfolio_id, account_id, type, sub_reason,
      fault, source, evidence, happened_on, recorded_at)
    select m.customer_id, ${idFor(signed.seed, sql`'expiring' || m.id`)}, a.tenant_id,
      a.portfolio_id, a.id, 'A', 'card-expired', 'nobody', 'daily-run',
      jsonb_build_object('methodId', m.id, 'expiresOn', m.expires_on), ${today}::date,
      ${signed.at}::timestamptz
    from payment_methods m
    join accounts a on a.customer_id = m.customer_id and a.id = m.account_id
    where ${inScope(scope, 'm.customer_id')} and ${inScope(scope, 'a.customer_id')}
      and a.portfolio_id = ${scope.portfolioId}::uuid and m.kind = 'card' and m.state = 'valid'
      and not m.renews
      and m.expires_on between ${today}::date and ${until}::date
      and not exists (select from key_events e where ${inScope(scope, 'e.customer_id')}
        and e.customer_id = m.customer_id and e.type = 'A'
        and e.evidence ->> 'methodId' = m.id::text
        and e.evidence ->> 'expiresOn' = m.expires_on::text)`.execute(tx);
  return numAffectedRows ?? 0n;
}

/** Ends the cards of a scope that have expired, except those that their bank renews. */
export async function expireCards(tx: Kysely<DB>, scope: Scope, today: LocalDate): Promise<void> {
  await sql`
    update payment_methods m set state = 'expired'
    from accounts a
    where ${inScope(scope, 'm.customer_id')} and ${inScope(scope, 'a.customer_id')}
      and a.customer_id = m.customer_id and a.id = m.account_id
      and a.portfolio_id = ${scope.portfolioId}::uuid and m.kind = 'card' and m.state = 'valid'
      and m.renews is not true and m.expires_on < ${today}::date`.execute(tx);
}
