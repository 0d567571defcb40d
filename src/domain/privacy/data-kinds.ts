/** What takes the place of what was erased. */
export type Replacement =
  /** An empty list. */
  | 'list'
  /** The column is empty. */
  | 'nothing'
  /** `erasedMark`: the column is never empty. */
  | 'mark'
  /** A JSON object without fields. */
  | 'object'
  /** No bytes. */
  | 'bytes'
  /** The object without the text of a letter in it. */
  | 'letter'
  /** The object without the words that somebody said. */
  | 'no-words';

/** Of which rows, where not of all: notes and holds that tell of health or need, or the others. */
export type WhichRows = 'private' | 'other';

/** One column that is erased with a kind of data. */
export type ErasedColumn = readonly [
  table: string,
  column: string,
  by: Replacement,
  which?: WhichRows,
];

/** When a person who asks gets a kind of data erased. */
export type OnRequest =
  /** At once. */
  | 'at-once'
  /** When nothing is open or owed. */
  | 'nothing-open'
  /** Not before its period has ended: a law wants it kept. */
  | 'when-due';

/** A kind of data and how long it is kept. */
export type DataKind = {
  readonly erases: readonly ErasedColumn[];
  /** Months as delivered, and below which no setting goes. */
  readonly months: number;
  readonly leastMonths: number;
  /** From when: the last that happened with the customer, the end of that year, or the import. */
  readonly after: 'last-activity' | 'year-of-last-activity' | 'import';
  readonly onRequest: OnRequest;
  /** Why it may be kept so long, and why no longer. */
  readonly basis: readonly string[];
};

/** Stands where words of a person were. */
export const erasedMark = '[erased]';

const storage = 'GDPR art. 5(1)(e)';

/**
 * The kinds of data that are erased, in the order in which they are. Each column of a class that
 * tells of a person stands in one of them, or in `notErased`.
 */
export const dataKinds = {
  /** Words that may tell of health or need. */
  health: {
    erases: [
      ['notes', 'words', 'mark', 'private'],
      ['holds', 'reason', 'mark', 'private'],
      ['holds', 'lift_reason', 'nothing', 'private'],
      ['plans', 'affordability', 'nothing'],
      ['documents', 'title', 'mark', 'private'],
      ['documents', 'content', 'bytes', 'private'],
      ['documents', 'remove_reason', 'nothing', 'private'],
    ],
    ...{ months: 12, leastMonths: 0, after: 'last-activity', onRequest: 'at-once' },
    basis: ['GDPR art. 9(2), art. 17(1)(b)', storage],
  },
  /** Numbers, addresses, and the last digits of cards. */
  contact: {
    erases: [
      ['contact_points', 'value', 'mark'],
      ['customers', 'city', 'nothing'],
      ['customers', 'postal_code', 'nothing'],
      ['customers', 'street', 'nothing'],
      ['payment_methods', 'masked', 'nothing'],
      ['items', 'delivered_to', 'nothing'],
    ],
    ...{ months: 36, leastMonths: 0, after: 'last-activity', onRequest: 'nothing-open' },
    basis: ['GDPR art. 17(1)(a)', storage],
  },
  /** Names and birth dates, of the customer and of those tied to them. */
  identity: {
    erases: [
      ['customers', 'name', 'mark'],
      ['customers', 'given_name', 'nothing'],
      ['customers', 'family_name', 'nothing'],
      ['customers', 'birth_date', 'nothing'],
      ['parties', 'name', 'mark'],
    ],
    ...{ months: 36, leastMonths: 0, after: 'last-activity', onRequest: 'nothing-open' },
    basis: ['GDPR art. 17(1)(a)', storage],
  },
  /** What our people wrote down. */
  notes: {
    erases: [
      ['notes', 'words', 'mark', 'other'],
      ['holds', 'reason', 'mark', 'other'],
      ['holds', 'lift_reason', 'nothing', 'other'],
      ['parties', 'note', 'nothing'],
      ['accounts', 'file_note', 'nothing'],
      ['parties', 'end_reason', 'nothing'],
      ['supervisor_requests', 'details', 'object'],
      ['supervisor_requests', 'outcome', 'nothing'],
      ['decision_flags', 'remark', 'nothing'],
    ],
    ...{ months: 36, leastMonths: 0, after: 'last-activity', onRequest: 'nothing-open' },
    basis: ['GDPR art. 17(1)(a), art. 17(3)(e)', storage],
  },
  /** What was said and written between us and the person. */
  conversations: {
    erases: [
      ['utterances', 'words', 'mark'],
      ['messages', 'subject', 'nothing'],
      ['messages', 'words', 'mark'],
      ['refusals', 'matched', 'mark'],
      ['preferences', 'details', 'no-words'],
      ['tasks', 'details', 'letter'],
    ],
    ...{ months: 36, leastMonths: 36, after: 'last-activity', onRequest: 'when-due' },
    basis: ['12 CFR 1006.100(a), (b)', 'GDPR art. 17(3)(b), (e)', storage],
  },
  /** What proves that contact was allowed: facts of decisions, notices, consents. */
  evidence: {
    erases: [
      ['decisions', 'facts', 'bytes'],
      ['contact_facts', 'details', 'object'],
      ['contact_facts', 'source', 'mark'],
      ['contact_facts', 'evidence_ref', 'nothing'],
      ['consents', 'source', 'nothing'],
      ['consents', 'evidence_ref', 'nothing'],
      ['consents', 'revocation_source', 'nothing'],
      ['attempts', 'purpose_ref', 'nothing'],
      ['attempt_corrections', 'reason', 'mark'],
      ['overrides', 'evidence', 'mark'],
      ['obligations', 'fulfilment', 'object'],
      ['obligations', 'cancel_reason', 'nothing'],
      ['key_events', 'evidence', 'object'],
      ['approvals', 'about', 'object'],
      ['approvals', 'reason', 'mark'],
      ['approvals', 'decision_reason', 'nothing'],
      ['documents', 'title', 'mark', 'other'],
      ['documents', 'content', 'bytes', 'other'],
      ['documents', 'remove_reason', 'nothing', 'other'],
    ],
    ...{ months: 60, leastMonths: 36, after: 'last-activity', onRequest: 'when-due' },
    basis: ['12 CFR 1006.100(a)', '16 CFR 310.5', 'GDPR art. 17(3)(b), (e)', storage],
  },
  /** What bookings are proved by. */
  money: {
    erases: [
      ['bank_entries', 'payer_name', 'nothing'],
      ['bank_entries', 'payer_account', 'nothing'],
      ['bank_entries', 'reference', 'nothing'],
      ['bank_entries', 'remittance', 'nothing'],
      ['bank_entries', 'given_references', 'nothing'],
      ['bank_entries', 'note', 'nothing'],
      ['payments', 'reference', 'nothing'],
      ['credit_notes', 'reason', 'mark'],
    ],
    ...{ months: 120, leastMonths: 72, after: 'year-of-last-activity', onRequest: 'when-due' },
    basis: [
      'DE: § 147(3) AO, § 257(4) HGB (ten, eight, six years)',
      'ES: art. 30 Código de Comercio (six years)',
      'GB: 6 years (Finance Act 1998 sch. 18 para. 21)',
      'US: 26 CFR 1.6001-1',
      'GDPR art. 17(3)(b)',
    ],
  },
  /** What stays behind of imported files: lines that were refused, and values that were replaced. */
  files: {
    erases: [
      ['import_rejects', 'original', 'mark'],
      ['import_rejects', 'facts', 'object'],
      ['import_changes', 'old_value', 'nothing'],
      ['import_changes', 'new_value', 'nothing'],
      ['imports', 'unread', 'list'],
    ],
    ...{ months: 12, leastMonths: 0, after: 'import', onRequest: 'when-due' },
    basis: [storage],
  },
} as const satisfies Readonly<Record<string, DataKind>>;

/** A kind of data. */
export type DataKindName = keyof typeof dataKinds;

/** Every kind, in the order of the table. */
export const dataKindNames = Object.keys(dataKinds) as readonly DataKindName[];

/** Kinds that are about one customer; the others are about a file. */
export const customerKinds: readonly DataKindName[] = dataKindNames.filter(
  (name) => dataKinds[name].after !== 'import',
);

const staff = 'of our staff: history says who acted';
const house = 'about the house, not about a customer';
const signIn = 'of a sign-in, which ends by itself';
const right = 'shows that the rights of the person were respected';

/** Columns that tell of somebody and that no run erases, each with why. */
export const notErased: Readonly<Record<string, string>> = {
  'users.name': staff,
  'users.email': staff,
  'users.image': staff,
  'former_names.name': staff,
  'auth_sessions.ip_address': signIn,
  'auth_sessions.user_agent': signIn,
  'auth_verifications.identifier': signIn,
  'call_orders.body': 'gone when it is carried out',
  'gate_alarms.remark': house,
  'portfolio_policies.reason': house,
  'portfolio_transfers.reason': house,
  'legal_holds.reason': right,
  'legal_holds.lift_reason': right,
  'person_requests.refusal': right,
  'person_links.reason': 'holds the records of one human being together',
  'person_links.end_reason': 'holds the records of one human being together',
};
