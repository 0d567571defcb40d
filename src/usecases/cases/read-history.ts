import { houseRules } from '#domain/contact/case-bars.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import { factsToShow, isPrivateLine, withoutPrivateFacts } from '#domain/events/private-lines.ts';
import { discreetRules } from '#domain/gate/discretion.ts';
import { type Actor, may } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { type HistoryRow, historyRows } from '#storage/cases/read-history.ts';
import type { App } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';
import { caseInView } from './steps/case-access.ts';
import { mayShowDebt } from './steps/debt-access.ts';

/**
 * Everything that happened on a case, newest first, as the actor may see it (M-087). Before the right
 * person is verified nothing tells of health, need, death, or who speaks for them.
 */
export async function readHistory(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const ref = await caseInView(app, actor, caseId);
  const shows = await mayShowDebt(app, actor, ref);
  const restricted = may(actor, 'note.restricted', ref.portfolioId);
  const told = restricted && shows;
  const reach = { restricted, messages: shows };
  const rows = (await historyRows(app.db, ref, reach)).filter(
    ({ kind, facts }) =>
      (told || !isOfVulnerability(kind, facts)) &&
      (shows || !isPrivateLine(kind, facts)) &&
      (restricted || !(kind.startsWith('document.') && facts['restricted'] === true)),
  );
  const { currency } = await portfolioOf(app, ref.portfolioId);
  return {
    lines: rows.map((row) => ({
      at: row.occurredAt,
      kind: row.kind,
      who: row.who,
      facts: plainFacts(factsOf(app, row, { told, shows }), shows, currency),
      conversationId: row.conversationId,
      // Why a hold lies there is typed by hand and may tell anything.
      words: wordsOf(app, ref.customerId, row, shows),
    })),
  };
}

function wordsOf(app: App, customerId: string, { kind, words }: HistoryRow, shows: boolean) {
  if (words === null || (!shows && kind.startsWith('hold.'))) return null;
  return openedWords(app, customerId, words);
}

/** Whether a line tells that the customer is vulnerable. */
function isOfVulnerability(kind: EventKind, facts: Readonly<Record<string, unknown>>): boolean {
  if (kind.startsWith('hold.')) return facts['kind'] === 'vulnerable';
  if (kind.startsWith('task.')) return facts['kind'] === holdTerms.vulnerable.task;
  return kind === 'fact.recorded' && String(facts['fact']).startsWith('vulnerable');
}

/** The facts of a line that its reader may know. */
function factsOf(
  app: App,
  { kind, facts }: HistoryRow,
  { told, shows }: { readonly told: boolean; readonly shows: boolean },
): Readonly<Record<string, unknown>> {
  const shown = factsToShow(kind, facts);
  const { rules } = shown;
  const open = shows ? shown : withoutPrivateFacts(shown);
  if (told || !Array.isArray(rules)) return open;
  return { ...open, rules: discreetRules(app.gate.packs, houseRules, rules.map(String)) };
}

/** Facts as the wire has them: amounts as plain decimals, by the name without `Minor`. */
function plainFacts(facts: Readonly<Record<string, unknown>>, shows: boolean, currency: string) {
  const plain: Record<string, string | number | boolean | null> = {};
  for (const [key, value] of Object.entries(facts)) {
    if (key.endsWith('Minor')) {
      if (shows && typeof value === 'string' && /^-?\d+$/.test(value)) {
        plain[key.replace(/Minor$/, '')] = plainAmount(BigInt(value), currencyOf(facts, currency));
      }
    } else if (Array.isArray(value)) {
      if (value.every((one) => typeof one === 'string')) plain[key] = value.join(' ');
    } else if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
      plain[key] = value as string | number | boolean | null;
    }
  }
  return plain;
}

function currencyOf(facts: Readonly<Record<string, unknown>>, usual: string): string {
  return typeof facts['currency'] === 'string' ? facts['currency'] : usual;
}
