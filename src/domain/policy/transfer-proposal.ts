import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import type { Instant } from '#kernel/time.ts';
import type { SettingChange } from './settings-checks.ts';

/** In whose name and legal role a portfolio is collected. */
export type Collector = { readonly collector: string; readonly role: CollectorRole };

/** A change of collector that waits for a second person. */
export type TransferProposal = Collector & {
  /** From when; null: from the confirmation. */
  readonly since: Instant | null;
  /** What may not be transferred stays with the collector of before; else nothing is transferred. */
  readonly leavesOut: boolean;
};

/** The names under which the parts of a transfer wait. */
const settings = {
  collector: 'transfer.collector',
  role: 'transfer.role',
  since: 'transfer.since',
  leavesOut: 'transfer.leavesOut',
} as const;

/** A transfer as changes that a second person is shown; null for who collects in our own name. */
export function transferChanges(
  from: { readonly collector: string | null; readonly role: CollectorRole },
  to: TransferProposal,
): readonly SettingChange[] {
  return [
    { setting: settings.collector, old: from.collector, new: to.collector },
    { setting: settings.role, old: from.role, new: to.role },
    ...(to.since === null ? [] : [{ setting: settings.since, old: null, new: to.since }]),
    ...(to.leavesOut ? [{ setting: settings.leavesOut, old: false, new: true }] : []),
  ];
}

/** The transfer among proposed changes; null when they are about something else. */
export function transferAmong(changes: readonly SettingChange[]): TransferProposal | null {
  const told = new Map(changes.map((change) => [change.setting, change.new]));
  const [collector, role] = [told.get(settings.collector), told.get(settings.role)];
  if (typeof collector !== 'string' || typeof role !== 'string') return null;
  return {
    ...{ collector, role: role as CollectorRole },
    since: (told.get(settings.since) as Instant | undefined) ?? null,
    leavesOut: told.get(settings.leavesOut) === true,
  };
}

/**
 * Whether the debts have another owner after a transfer: sold to a buyer, or passed to another lender.
 * An agency collects what stays its client's, and a creditor takes back its own.
 */
export function isAssignment(from: Collector, to: Collector): boolean {
  if (to.role === 'debt_buyer') return true;
  const isLender = to.role === 'bank' || to.role === 'lending_company';
  return isLender && from.collector !== to.collector;
}

/** What a transfer is for in the words of the gate: an agency hands back to the creditor; else null. */
export function transferPurpose(from: Collector, to: Collector): 'return_to_owner' | null {
  const isReturn = from.role === 'third_party_collector' && to.role === 'original_creditor';
  return isReturn ? 'return_to_owner' : null;
}
