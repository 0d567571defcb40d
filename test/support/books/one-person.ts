import type { GateRows } from '#domain/gate-facts/gate-rows.ts';

const nobodyAsked = {
  collectors: [],
  parties: [],
  log: [],
  facts: [],
  preferences: [],
  consents: [],
  holds: [],
} satisfies Partial<GateRows>;

/** Rows about one person in New York with one phone and one debt, and with what a test changes. */
export function rowsOf(change: Partial<GateRows> = {}): GateRows {
  return {
    ...nobodyAsked,
    customer: {
      id: 'person',
      country: 'US',
      region: 'NY',
      city: null,
      postalCode: null,
      confirmedZone: null,
      vulnerable: false,
      language: 'en',
      kind: 'person',
      birthDate: null,
    },
    conveyed: [{ debts: ['debt'], by: null, person: 'consumer' }],
    otherPlaces: [],
    points: [
      {
        id: 'phone',
        kind: 'mobile',
        value: '+12125550123',
        place: null,
        state: 'valid',
        zones: ['America/New_York'],
        partyId: null,
        employerProvided: false,
      },
    ],
    debts: [
      {
        id: 'debt',
        customerId: 'person',
        portfolioId: 'portfolio',
        product: 'loan',
        debtType: null,
        studentAccountGroup: null,
        limitationOn: null,
        endedAs: null,
        openedOn: null,
        ...{ renewedOn: null, originatedMinor: null, currency: 'USD' },
        creditor: 'Lender',
        balance: 12_000,
        oldestDueOn: '2026-05-01',
        defaultOn: '2026-05-01',
        payments: [],
      },
    ],
    ...change,
  };
}

/** An outbound call of the log, with what a test changes. */
export function callOf(change: Partial<GateRows['log'][number]> = {}): GateRows['log'][number] {
  return {
    id: 'call',
    at: '2026-06-01T15:00:00Z',
    direction: 'outbound',
    channel: 'phone_call',
    pointId: 'phone',
    person: 'consumer',
    state: 'ended',
    result: 'no_answer',
    debts: ['debt'],
    conversationDebts: [],
    mode: 'live_agent',
    purpose: null,
    inResponseTo: null,
    unsolicited: true,
    aboutDebt: null,
    automated: false,
    endedBy: null,
    by: null,
    ...change,
  };
}
