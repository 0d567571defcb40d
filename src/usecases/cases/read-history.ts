import { type Actor, may } from '#domain/workforce/rights.ts';
import { historyRows } from '#storage/cases-read-history.ts';
import type { App } from '../app.ts';
import { caseInView, mayShowDebt } from './read-case.ts';

/** Facts that say how much: shown only to who may see the debt. */
const amountFacts: ReadonlySet<string> = new Set([
  'amount',
  'amounts',
  'total',
  'paid',
  'currency',
]);

/** Everything that happened on a case, newest first, as the actor may see it (M-087). */
export async function readHistory(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const ref = await caseInView(app, actor, caseId);
  const shows = await mayShowDebt(app, actor, ref);
  const restricted = may(actor, 'note.restricted', ref.portfolioId);
  const rows = await historyRows(app.db, ref, restricted);
  return {
    lines: rows.map((row) => ({
      at: row.occurredAt,
      kind: row.kind,
      who: row.who,
      facts: plainFacts(row.facts, shows),
      conversationId: row.conversationId,
      words: row.words,
    })),
  };
}

function plainFacts(facts: Readonly<Record<string, unknown>>, shows: boolean) {
  const plain: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of Object.entries(facts)) {
    if (!shows && (amountFacts.has(key) || key.endsWith('Minor'))) continue;
    if (Array.isArray(value)) plain[key] = value.join(' ');
    else if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
      plain[key] = value as string | number | boolean | null;
    }
  }
  return plain;
}
