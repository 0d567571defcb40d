/**
 * What a column of text, JSON or bytes holds. Ids are keys, instants and days are times, numbers and
 * flags are what their names say, and need no line here; a birth date does.
 */
export type ColumnClass =
  /** A name of ours or of the client for a record, which tells nobody by itself who it is. */
  | 'key'
  /** One of our own words: a kind, a state, a channel, a setting. */
  | 'code'
  /** What a booking is proved by. */
  | 'money'
  /** Who somebody is, where they live and how they are reached. */
  | 'personal'
  /** What somebody said, wrote or typed. */
  | 'words'
  /** The same where it may tell of health or need: kept sealed, read by few. */
  | 'special'
  /** A hash or a link of a chain. */
  | 'hash'
  /** Opens something: passwords, tokens, sealed secrets. */
  | 'secret';

type Classes = Readonly<Partial<Record<ColumnClass, string>>>;

/**
 * Every such column of the database, by table. `test/column-classes.test.ts` fails for a column
 * without a class, and for a class without a column.
 */
export const columnClasses: Readonly<Record<string, Classes>> = {
  accounts: {
    key: 'reference student_account_group original_creditor',
    code: 'product debt_type currency',
    words: 'file_note',
  },
  agent_states: { code: 'reason' },
  approvals: { code: 'kind', key: 'subject', words: 'about reason decision_reason' },
  attempt_corrections: { code: 'was becomes', words: 'reason' },
  attempts: {
    key: 'collector',
    code: 'channel person mode result zone purpose ended_by',
    words: 'purpose_ref',
    hash: 'token_hash',
  },
  auth_accounts: {
    key: 'account_id provider_id',
    code: 'scope',
    secret: 'access_token refresh_token id_token password',
  },
  auth_sessions: { secret: 'token', personal: 'ip_address user_agent' },
  auth_verifications: { personal: 'identifier', secret: 'value' },
  bank_entries: {
    hash: 'fingerprint',
    code: 'currency return_reason how',
    key: 'candidates bank_reference mandate_id batch_reference',
    personal: 'payer_name payer_account',
    words: 'reference remittance given_references note',
  },
  call_orders: { words: 'body' },
  callbacks: { code: 'outcome' },
  cases: {
    code: 'state state_before step queue next_action next_action_why priority_why currency late_reason close_reason',
    hash: 'last_hash',
  },
  client_references: { key: 'reference' },
  connections: { code: 'scope adapter settings', secret: 'secrets' },
  consents: {
    code: 'kind details given_to',
    words: 'source evidence_ref revocation_source',
  },
  contact_facts: { code: 'kind', words: 'details source evidence_ref' },
  contact_points: { personal: 'value', code: 'zones source' },
  conversations: { code: 'channel answered_by late_reason mechanism result' },
  credit_notes: { money: 'reference reason', code: 'currency' },
  creditors: { key: 'name' },
  customers: {
    key: 'reference',
    personal: 'name given_name family_name birth_date city postal_code street',
    code: 'language country region confirmed_zone',
    hash: 'last_decision_hash',
  },
  daily_runs: { code: 'counts' },
  decision_flags: { code: 'cause was becomes rules_was rules_becomes', words: 'remark' },
  decisions: {
    code: 'campaign channel rules decision pack_hashes',
    personal: 'facts',
    hash: 'facts_hash previous_hash hash',
  },
  documents: {
    code: 'kind media_type',
    words: 'title remove_reason',
    personal: 'content',
    hash: 'sha256',
  },
  event_log: { code: 'kind facts', hash: 'previous_hash hash' },
  figure_days: { code: 'side currency' },
  figures_counted: { code: 'zone' },
  former_names: { personal: 'name' },
  gate_alarms: { code: 'kind key details', words: 'remark' },
  holds: { code: 'kind details', special: 'reason lift_reason' },
  import_changes: { code: 'entity field', key: 'reference', personal: 'old_value new_value' },
  import_maps: { key: 'name', code: 'kind map' },
  import_rejects: { code: 'field column_name reason', personal: 'facts original' },
  imports: {
    key: 'file_name',
    hash: 'file_sha256',
    code: 'map counts failure',
    personal: 'unread',
  },
  instances: { key: 'name' },
  items: { key: 'reference', code: 'currency delivered_how', personal: 'delivered_to' },
  key_events: { code: 'sub_reason reason_code source resolution cost_currency', words: 'evidence' },
  erased_data: { code: 'kind' },
  key_marks: { code: 'name', hash: 'mark' },
  legal_holds: { code: 'matter', words: 'reason lift_reason' },
  messages: {
    code: 'channel purpose state',
    words: 'subject words',
    key: 'provider_ref',
  },
  notes: { special: 'words' },
  notices: { code: 'stage announces how' },
  obligations: {
    code: 'kind rule queue details',
    key: 'source_key',
    words: 'fulfilment cancel_reason',
  },
  overrides: { code: 'channel rules factor', words: 'evidence' },
  parties: { personal: 'name', code: 'relation source', words: 'note end_reason' },
  payment_methods: { personal: 'masked' },
  payments: { code: 'currency source reversal_reason', money: 'reference' },
  person_requests: { code: 'state identity_how', words: 'refusal', hash: 'file_sha256' },
  person_links: { words: 'reason end_reason' },
  plans: { code: 'currency', special: 'affordability' },
  portfolio_policies: { code: 'settings', words: 'reason' },
  portfolio_transfers: {
    key: 'from_collector to_collector',
    code: 'from_role to_role',
    words: 'reason',
  },
  portfolios: {
    key: 'name collector caller_id',
    code: 'product currency country zone',
  },
  passkeys: { key: 'credential_id name public_key', code: 'transports' },
  postings: { code: 'debit credit currency' },
  preferences: { code: 'channel source', words: 'details' },
  promises_to_pay: { code: 'currency method' },
  queue_zones: { code: 'zone' },
  rechecks: { code: 'cause' },
  recovery_codes: { hash: 'code_hash' },
  refusals: { code: 'channel scope language verdict', words: 'matched' },
  replay_changes: { code: 'channel was becomes rules_was rules_becomes' },
  replays: { code: 'question error' },
  retention_periods: { code: 'kind' },
  retention_reports: { code: 'counts' },
  retention_runs: { code: 'kinds counts' },
  row_seals: { code: 'of_table', key: 'row_key', hash: 'fixed_hash words_hash' },
  rule_switches: { key: 'rule_id' },
  seal_blocks: { code: 'upto', hash: 'digests previous_hash hash' },
  second_factors: { secret: 'secret pending_secret' },
  sign_in_challenges: { hash: 'challenge_hash' },
  sign_in_devices: { hash: 'device_hash' },
  sign_in_tries: { hash: 'account_hash place_hash' },
  statements: { key: 'format reference iban', code: 'currency' },
  supervisor_requests: { words: 'details outcome' },
  suppressions: { hash: 'digest', code: 'channel' },
  tasks: { code: 'kind queue outcome', words: 'details' },
  tenants: { key: 'name' },
  users: { personal: 'name email image', code: 'language', hash: 'last_event_hash' },
  utterances: { code: 'intent', words: 'words' },
  verifications: { code: 'question' },
  work_items: { code: 'zone' },
};

/** Classes that tell of a person. */
export const tellingClasses: readonly ColumnClass[] = ['personal', 'words', 'special'];

/** Every column with its class. */
export function classedColumns(): readonly {
  readonly table: string;
  readonly column: string;
  readonly is: ColumnClass;
}[] {
  return Object.entries(columnClasses).flatMap(([table, classes]) =>
    Object.entries(classes).flatMap(([is, names]) =>
      names
        .split(' ')
        .filter(Boolean)
        .map((column) => ({ table, column, is: is as ColumnClass })),
    ),
  );
}
