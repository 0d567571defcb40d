import { sql } from 'kysely';
import type { PartyRelation, PartyRole } from '#domain/parties/party-roles.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addDays, addMonths, dateIn, instantOf } from '#kernel/time.ts';
import type { App } from '#usecases/app.ts';
import { addParty } from '#usecases/cases/record-party.ts';
import { addContactPoint } from '#usecases/cases/set-contact-point.ts';
import { setDebtTerms } from '#usecases/cases/set-debt-terms.ts';
import { recordConsent } from '#usecases/contact-log/record-consent.ts';
import { recordFact } from '#usecases/contact-log/record-fact.ts';
import { atPast } from '../past-app.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A case whose customer nobody has called yet, so that no call of the past was decided on less. */
type Quiet = {
  readonly caseId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly region: string;
  readonly mobile: string | null;
  readonly email: string | null;
};

/**
 * What the office was told in the last days of people nobody has called yet: who else is tied
 * to a debt, numbers at work, consents, a barred debt, a minor, a coerced debt.
 */
export async function tellOfPeople(app: App, office: Actor): Promise<void> {
  const then = atPast(app, app.clock() - dayMs, []);
  const cases = [...(await quietCases(app))];
  const next = (fits: (one: Quiet) => boolean = () => true): Quiet | undefined => {
    const at = cases.findIndex(fits);
    return at < 0 ? undefined : cases.splice(at, 1)[0];
  };
  for (const other of others) {
    const one = next();
    if (one) await tie(then, office, one, other);
  }
  for (const value of ['may.rowe@example.org', 'h.sato@example.org']) {
    const one = next();
    if (!one) continue;
    const at = { partyId: null, place: 'work', employerProvided: true } as const;
    await addContactPoint(then, office, { caseId: one.caseId, kind: 'email', value, ...at });
  }
  await consent(
    then,
    office,
    next(({ mobile }) => mobile !== null),
    'tcpa_prior_express',
  );
  await consent(
    then,
    office,
    next(({ mobile }) => mobile !== null),
    'text',
  );
  await consent(
    then,
    office,
    next(({ email }) => email !== null),
    'email',
  );
  await bar(then, office, next());
  await bar(then, office, next());
  await makeMinor(then, next());
  await coerced(
    then,
    office,
    next(({ region }) => region === 'CA' || region === 'NY'),
  );
}

async function quietCases(app: App): Promise<readonly Quiet[]> {
  const { rows } = await sql<Quiet>`
    select c.id as case_id, u.id as customer_id, coalesce(u.region, '') as region,
      (select a.id from accounts a where a.customer_id = u.id and a.portfolio_id = c.portfolio_id
        order by a.id limit 1) as account_id,
      (select p.id from contact_points p where p.customer_id = u.id and p.kind = 'mobile'
        and p.state = 'valid' order by p.rank limit 1) as mobile,
      (select p.id from contact_points p where p.customer_id = u.id and p.kind = 'email'
        and p.state = 'valid' order by p.rank limit 1) as email
    from cases c join customers u on u.id = c.customer_id
    where c.closed_at is null and u.country = 'US' and not u.linked
      and not exists (select 1 from attempts t where t.customer_id = u.id
        and t.channel <> 'letter')
      and not exists (select 1 from decisions d where d.customer_id = u.id
        and d.channel <> 'letter')
      and not exists (select 1 from event_log e where e.customer_id = u.id
        and e.occurred_at > ${instantOf(app.clock() - 2 * dayMs)}::timestamptz)
    order by exists (select 1 from attempts t where t.customer_id = u.id), u.reference limit 200
  `.execute(app.db);
  return rows;
}

type Other = {
  readonly role: PartyRole;
  readonly relation: PartyRelation | null;
  readonly name: string;
  readonly note: string | null;
  /** Numbers end in 555-0100, which the customers' own never do. */
  readonly mobile?: string;
  readonly email?: string;
};

const others: readonly Other[] = [
  ...[
    { role: 'guarantor', name: 'Rosa Delgado', note: 'signed the guarantee', area: '212' },
    { role: 'guarantor', name: 'Peter Lindqvist', note: null, area: '305' },
    { role: 'co_debtor', name: 'Amina Yusuf', note: 'joint account', area: '312' },
    { role: 'spouse', name: 'Daniel Okafor', note: null, area: '415' },
  ].map(
    ({ area, ...told }): Other => ({
      ...(told as Pick<Other, 'role' | 'name' | 'note'>),
      relation: null,
      mobile: `+1${area}5550100`,
    }),
  ),
  {
    ...{ role: 'attorney', relation: null, name: 'Lee & Marsh, attorneys' },
    ...{ note: 'notice came by letter', email: 'office.lee-marsh@example.org' },
  },
  {
    ...{ role: 'authorised_third_party', relation: null, name: 'Harbor Debt Advice' },
    ...{ note: 'written authority seen', email: 'advice@example.org' },
  },
  {
    ...{ role: 'authorised_third_party', relation: null, name: 'Nadia Petrov' },
    ...{ note: 'daughter, power of attorney', mobile: '+12065550100' },
  },
  {
    ...{ role: 'third_party', relation: 'personal_reference', name: 'Tom Barlow' },
    ...{ note: null, mobile: '+16175550100' },
  },
];

async function tie(app: App, office: Actor, { caseId }: Quiet, other: Other): Promise<void> {
  const { mobile, email, ...told } = other;
  const { partyId } = await addParty(app, office, { caseId, ...told, accountId: null });
  const at = { caseId, partyId, place: null, employerProvided: false };
  if (mobile) await addContactPoint(app, office, { ...at, kind: 'mobile', value: mobile });
  if (email) await addContactPoint(app, office, { ...at, kind: 'email', value: email });
}

async function consent(
  app: App,
  office: Actor,
  one: Quiet | undefined,
  kind: 'tcpa_prior_express' | 'text' | 'email',
): Promise<void> {
  if (!one) return;
  const receivedAt = instantOf(app.clock() - 6 * dayMs);
  const checked = dateIn('America/New_York', app.clock() - dayMs);
  await recordConsent(app, office, {
    ...{ caseId: one.caseId, kind, debts: [], givenTo: null, receivedAt },
    contactPointId: kind === 'email' ? one.email : one.mobile,
    details: { via: 'web form', ...(kind === 'text' ? { reassigned_checks_ok: [checked] } : {}) },
    ...{ source: 'customer portal', evidenceRef: 'form of the portal' },
  });
}

/** An account whose last day for a claim in court is past. */
async function bar(app: App, office: Actor, one: Quiet | undefined): Promise<void> {
  if (!one) return;
  const today = dateIn('America/New_York', app.clock());
  await setDebtTerms(app, office, {
    ...{ caseId: one.caseId, accountId: one.accountId, debtType: null },
    ...{ studentAccountGroup: null, limitationOn: addDays(today, -40), endedAs: null },
    ...{ originalAmount: null, renewedOn: null },
  });
}

/** The client's file said a later day of birth than anybody had noticed. */
async function makeMinor(app: App, one: Quiet | undefined): Promise<void> {
  if (!one) return;
  const today = dateIn('America/New_York', app.clock());
  await sql`update customers set birth_date = ${addMonths(today, -200)}::date
    where id = ${one.customerId}::uuid`.execute(app.db);
}

async function coerced(app: App, office: Actor, one: Quiet | undefined): Promise<void> {
  if (!one) return;
  const occurredAt = instantOf(app.clock() - 20 * hourMs);
  await recordFact(app, office, {
    ...{ caseId: one.caseId, kind: 'coerced_debt', occurredAt, about: null },
    details: { in_writing: true, medium: 'letter' },
    ...{ source: 'letter', evidenceRef: 'sworn statement, scanned', transferable: true },
  });
}
