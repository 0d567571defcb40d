/**
 * Where the rows of a table stand on a cluster: sharded by `customer`; a copy `everywhere`, on each
 * server; or `here`, on the one server that all statements enter by.
 */
export type Placement = 'customer' | 'everywhere' | 'here';

/**
 * The placement of every table. A statement that finds rows of a customer on one shard names the
 * customer; one that joins shards with tables that stand everywhere needs no more than that.
 */
export const placements = {
  accounts: 'customer',
  attempt_corrections: 'customer',
  attempts: 'customer',
  callbacks: 'customer',
  cases: 'customer',
  connections: 'everywhere',
  consents: 'customer',
  contact_facts: 'customer',
  contact_points: 'customer',
  conversations: 'customer',
  credit_notes: 'customer',
  customer_leases: 'customer',
  customers: 'customer',
  decision_flags: 'customer',
  decisions: 'customer',
  documents: 'customer',
  erased_data: 'customer',
  event_log: 'customer',
  holds: 'customer',
  import_changes: 'customer',
  items: 'customer',
  key_events: 'customer',
  legal_holds: 'customer',
  messages: 'customer',
  notes: 'customer',
  notices: 'customer',
  obligations: 'customer',
  overrides: 'customer',
  parties: 'customer',
  payment_methods: 'customer',
  payments: 'customer',
  person_requests: 'customer',
  plan_instalments: 'customer',
  plans: 'customer',
  postings: 'customer',
  preferences: 'customer',
  promises_to_pay: 'customer',
  refusals: 'customer',
  replay_changes: 'customer',
  row_seals: 'customer',
  supervisor_requests: 'customer',
  tasks: 'customer',
  utterances: 'customer',
  verifications: 'customer',
  work_items: 'customer',

  agent_states: 'everywhere',
  approvals: 'everywhere',
  bank_entries: 'everywhere',
  // Millions of rows, each written on every server: a cluster that outgrows this shards them by
  // reference.
  client_references: 'everywhere',
  creditors: 'everywhere',
  daily_runs: 'everywhere',
  figure_days: 'everywhere',
  figures_counted: 'everywhere',
  gate_alarms: 'everywhere',
  import_maps: 'everywhere',
  import_rejects: 'everywhere',
  imports: 'everywhere',
  former_names: 'everywhere',
  instances: 'everywhere',
  passkeys: 'everywhere',
  person_links: 'everywhere',
  portfolio_policies: 'everywhere',
  portfolio_transfers: 'everywhere',
  portfolios: 'everywhere',
  queue_zones: 'everywhere',
  rechecks: 'everywhere',
  recovery_codes: 'everywhere',
  replays: 'everywhere',
  retention_periods: 'everywhere',
  retention_reports: 'everywhere',
  retention_runs: 'everywhere',
  rule_switches: 'everywhere',
  second_factors: 'everywhere',
  statements: 'everywhere',
  suppressions: 'everywhere',
  tenants: 'everywhere',
  user_roles: 'everywhere',
  users: 'everywhere',

  auth_accounts: 'here',
  auth_sessions: 'here',
  auth_verifications: 'here',
  call_orders: 'here',
  key_marks: 'here',
  outbox: 'here',
  outbox_emptied: 'here',
  schema_lock: 'here',
  schema_migration: 'here',
  seal_blocks: 'here',
  sign_in_challenges: 'here',
  sign_in_devices: 'here',
  sign_in_tries: 'here',
} as const satisfies Readonly<Record<string, Placement>>;

/** The column that a table of customers is sharded by. */
export function customerColumn(table: string): 'id' | 'customer_id' {
  return table === 'customers' ? 'id' : 'customer_id';
}

/**
 * Tables that a foreign key may lead to: small, standing everywhere, and never written in a
 * transaction that wrote rows of many customers before, which a cluster refuses for such a table.
 */
export const keyTargets: readonly string[] = [
  'creditors',
  'portfolio_policies',
  'portfolios',
  'tenants',
  'users',
];
