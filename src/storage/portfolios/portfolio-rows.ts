import { type Kysely, sql } from 'kysely';
import type { CollectorRole, principals } from '#domain/contact/collector-roles.ts';
import type { DB } from '#storage/tables.ts';

/** A portfolio as everyone in the product knows it. */
export type PortfolioRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'consumer' | 'business';
  readonly product: string;
  readonly currency: string;
  readonly country: string;
  readonly zone: string;
  readonly collectorRole: CollectorRole;
  readonly callerId: string;
  readonly creditorId: string;
  readonly creditorName: string;
  /** Which version of its policy is in force. */
  readonly policyVersion: number;
};

/** What else a law asks of who collects a portfolio. */
export type CollectorTraits = {
  /** A creditor under a name that suggests somebody else. */
  readonly usesThirdPartyName: boolean;
  /** A health provider's business associate; null: as the debts suggest. */
  readonly businessAssociate: boolean | null;
  /** The kind of creditor it is the agent of, bound as they are; null: nobody said. */
  readonly actsFor: (typeof principals)[number] | null;
};

const portfolioColumns = sql`
  select p.id, p.name, p.kind, p.product, p.currency, p.country, p.zone, p.collector_role,
    p.caller_id, p.creditor_id, c.name as creditor_name, p.policy_version,
    p.uses_third_party_name, p.business_associate, p.acts_for
  from portfolios p join creditors c on c.id = p.creditor_id`;

/** All portfolios of the tenant, by name. */
export async function allPortfolios(
  db: Kysely<DB>,
  tenantId: string,
): Promise<readonly (PortfolioRow & CollectorTraits)[]> {
  const { rows } = await sql<PortfolioRow & CollectorTraits>`
    ${portfolioColumns} where p.tenant_id = ${tenantId}::uuid order by p.name
  `.execute(db);
  return rows;
}

/** One portfolio of the tenant, or undefined. */
export async function portfolioById(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<(PortfolioRow & CollectorTraits) | undefined> {
  const { rows } = await sql<PortfolioRow & CollectorTraits>`
    ${portfolioColumns} where p.tenant_id = ${tenantId}::uuid and p.id = ${id}::uuid
  `.execute(db);
  return rows[0];
}
