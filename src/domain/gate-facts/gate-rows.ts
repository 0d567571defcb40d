import type { PartyRelation, PartyRole } from '#domain/parties/party-roles.ts';
import type { Payer } from '#domain/parties/payers.ts';

/** Where one record says that the person lives. */
export type PersonPlace = {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly confirmedZone: string | null;
};

/**
 * What the database knows that bears on contacting one human being; JSON as the rows have it. All but
 * `customer` is of every record that is the same person.
 */
export type GateRows = {
  readonly customer: PersonPlace & {
    readonly id: string;
    readonly vulnerable: boolean;
    /** ISO 639-1: the language that the person prefers; null where nobody told us. */
    readonly language: string | null;
    readonly kind: 'person' | 'company';
    readonly birthDate: string | null;
  };
  /** By whom something about which debts was conveyed to whom, ever; null means the tenant. */
  readonly conveyed: readonly {
    readonly debts: readonly string[];
    readonly by: string | null;
    /** `contact_log[].person`. */
    readonly person: string;
  }[];
  /** The places of the other records that are the same person. */
  readonly otherPlaces: readonly PersonPlace[];
  /** In whose name each portfolio was collected at the time asked about; null means the tenant's. */
  readonly collectors: readonly {
    readonly portfolioId: string;
    readonly collector: string | null;
    readonly role: string;
    readonly kind: 'consumer' | 'business';
    readonly usesThirdPartyName: boolean;
    readonly businessAssociate: boolean | null;
    readonly actsFor: string | null;
  }[];
  /** Others who are tied to the person, ended ties among them. */
  readonly parties: readonly {
    readonly id: string;
    /** Null: to all accounts of the person. */
    readonly accountId: string | null;
    readonly role: PartyRole;
    readonly relation: PartyRelation | null;
    /** Tells which ties are one human being's; no decision keeps it. */
    readonly name: string;
    readonly createdAt: string;
    readonly ended: boolean;
  }[];
  readonly points: readonly {
    readonly id: string;
    readonly kind: string;
    readonly value: string;
    readonly place: string | null;
    readonly state: string;
    readonly zones: readonly string[];
    /** Whose it is; null: the person's own. */
    readonly partyId: string | null;
    readonly employerProvided: boolean;
  }[];
  readonly debts: readonly {
    readonly id: string;
    /** The record it stands on, one of those that are the person. */
    readonly customerId: string;
    readonly portfolioId: string;
    readonly product: string;
    /** What somebody said of its kind; null leaves it to the product. */
    readonly debtType: string | null;
    readonly studentAccountGroup: string | null;
    readonly limitationOn: string | null;
    readonly endedAs: string | null;
    readonly openedOn: string | null;
    readonly renewedOn: string | null;
    /** What was lent or sold on credit at the start, in minor units. */
    readonly originatedMinor: number | null;
    readonly currency: string;
    readonly creditor: string;
    readonly balance: number;
    readonly oldestDueOn: string | null;
    /** Since when it is in default: limitation begins then. */
    readonly defaultOn: string | null;
    /** Payments that may acknowledge it, oldest first. */
    readonly payments: readonly { readonly on: string; readonly payer: Payer }[];
  }[];
  readonly log: readonly {
    readonly id: string;
    readonly at: string;
    readonly direction: string;
    readonly channel: string;
    readonly pointId: string | null;
    readonly person: string;
    readonly state: string;
    readonly result: string | null;
    readonly debts: readonly string[];
    readonly conversationDebts: readonly string[];
    readonly mode: string;
    readonly purpose: string | null;
    readonly inResponseTo: string | null;
    readonly unsolicited: boolean;
    /** Whether something about a debt was conveyed; null until that is known. */
    readonly aboutDebt: boolean | null;
    readonly automated: boolean;
    /** What cut a conversation off: `line_drop`. */
    readonly endedBy: string | null;
    /** The collector in whose name it was made; null means the tenant's. */
    readonly by: string | null;
  }[];
  /** Raw facts, withdrawals and returned notices among them. */
  readonly facts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly occurredAt: string;
    readonly receivedAt: string;
    readonly withdraws: string | null;
    /** In whose name a notice was sent; null means the tenant, and for other facts nothing. */
    readonly by: string | null;
  }[];
  readonly preferences: readonly {
    readonly id: string;
    readonly kind: string;
    readonly channel: string | null;
    readonly pointId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly givenAt: string;
    readonly withdraws: string | null;
  }[];
  readonly consents: readonly {
    readonly kind: string;
    /** Of whose debts it was given; null where that was not told. */
    readonly portfolioId: string | null;
    readonly pointId: string | null;
    readonly debts: readonly string[];
    readonly givenTo: string;
    readonly receivedAt: string;
    readonly revokedAt: string | null;
    /** How the revocation came. */
    readonly revokedVia: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
  readonly holds: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly kind: string;
    /** The account it covers; null for all of them. */
    readonly accountId: string | null;
    readonly itemId: string | null;
    readonly amount: number | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly setAt: string;
  }[];
};

/** The rows of one record, before the records of the same person are merged. */
export type RecordRows = Omit<GateRows, 'otherPlaces'> & { readonly linked: boolean };

const byTime = <Row extends { readonly id: string }>(timeOf: (row: Row) => string) => {
  return (a: Row, b: Row) =>
    Date.parse(timeOf(a)) - Date.parse(timeOf(b)) || (a.id < b.id ? -1 : 1);
};

/** Merges the records of one human being, as if they were one. */
export function mergeRecords(own: RecordRows, others: readonly RecordRows[]): GateRows {
  const { linked: _, ...rows } = own;
  if (others.length === 0) return { ...rows, otherPlaces: [] };
  const all = [own, ...others];
  const portfolios = new Map(
    all.flatMap(({ collectors }) => collectors.map((each) => [each.portfolioId, each])),
  );
  return {
    customer: own.customer,
    conveyed: all.flatMap(({ conveyed }) => conveyed),
    otherPlaces: others.map(({ customer }) => ({
      country: customer.country,
      region: customer.region,
      city: customer.city,
      postalCode: customer.postalCode,
      confirmedZone: customer.confirmedZone,
    })),
    collectors: [...portfolios.values()],
    parties: all.flatMap(({ parties }) => parties),
    points: all.flatMap(({ points }) => points),
    debts: all.flatMap(({ debts }) => debts),
    log: all.flatMap(({ log }) => log).sort(byTime(({ at: time }) => time)),
    facts: all.flatMap(({ facts }) => facts).sort(byTime(({ occurredAt }) => occurredAt)),
    preferences: all
      .flatMap(({ preferences }) => preferences)
      .sort(byTime(({ givenAt }) => givenAt)),
    consents: all.flatMap(({ consents }) => consents),
    holds: all.flatMap(({ holds }) => holds),
  };
}
