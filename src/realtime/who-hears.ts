import { approvalKinds } from '#domain/approvals/approval-kinds.ts';
import { type Actor, may, type Right } from '#domain/workforce/rights.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { LogRow } from '#storage/event-log.ts';
import { readingKinds } from '#usecases/record-admin-event.ts';

/** What of an event decides who hears of it. */
export type Told = Pick<LogRow, 'kind' | 'portfolioId' | 'facts'>;

/**
 * Who hears of what is not work on a case, by its kind or the first word of it: whoever holds one of
 * these rights where it belongs. All else is told to those who see the cases or the figures.
 */
const rightsToHear: Readonly<Record<string, readonly Right[]>> = {
  user: ['user.manage'],
  connection: ['connection.manage'],
  rule: ['decision.read'],
  agent: ['floor.read'],
  alarm: ['alarm.work'],
  run: ['system.read'],
  map: ['import.run'],
  'import.file-removed': ['import.run'],
  retention: ['person.protect', 'person.approve'],
  person: ['person.protect', 'person.approve'],
  evidence: ['evidence.export', 'access.review'],
  'portfolio.created': ['portfolio.place', 'portfolio.create', 'portfolio.configure'],
  'portfolio.changed': ['portfolio.place', 'policy.confirm', 'portfolio.configure'],
  'portfolio.policy-proposed': ['policy.confirm'],
  'portfolio.policy-rejected': ['policy.confirm'],
  'portfolio.policy-changed': ['policy.confirm'],
};

/** Whether an actor hears of an event on the live stream; that somebody read something nobody does. */
export function hears(actor: Actor, { kind, portfolioId, facts }: Told): boolean {
  if (readingKinds.some((one) => one === kind)) return false;
  const rights = rightsOf(kind, facts) ?? ['case.read', 'insight.read'];
  // What belongs to no portfolio and to no work of one's own is told to people of cases.
  if (portfolioId !== null) return rights.some((right) => may(actor, right, portfolioId));
  return rights.some((right) => right !== 'insight.read' && may(actor, right));
}

/** Actors of one scope hear the same: what they hear follows from their roles alone. */
export function scopeOf(actor: Actor): string {
  if (actor.kind !== 'user') return actor.kind;
  const held = actor.roles.map(({ role, portfolioId }) => `${role}@${portfolioId ?? ''}`);
  return [...new Set(held)].sort().join(' ');
}

function rightsOf(kind: LogRow['kind'], facts: LogRow['facts']): readonly Right[] | undefined {
  const [family = ''] = kind.split('.');
  if (family === 'approval') {
    // An unknown kind of request is told to nobody.
    const terms = ownValue(approvalKinds, String(facts['kind']));
    return terms ? [terms.ask, terms.approve] : [];
  }
  return ownValue(rightsToHear, kind) ?? ownValue(rightsToHear, family);
}
