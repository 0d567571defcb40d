import { citing } from '#domain/contact/cited-rules.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { countRows, figureRows, type RowFilter, type RowMark } from '#storage/compliance/reads.ts';
import type { App } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import type { BlocksAsked } from './read-blocks.ts';

/** Rows of one page. */
const pageRows = 50;

/** Rows that a file holds at most. */
const fileRows = 50_000;

/** Which rows behind a figure, and where to go on. */
type RowsAsked = BlocksAsked & RowFilter & { readonly after?: string | undefined };

/** The rows behind a figure of compliance, a page at a time, newest first. */
export function readDecisions(app: App, actor: Actor, asked: RowsAsked) {
  return rowsOf(app, actor, asked, pageRows);
}

/** The same rows for a file: as many as it may hold. */
export function fileDecisions(app: App, actor: Actor, asked: RowsAsked) {
  return rowsOf(app, actor, asked, fileRows);
}

async function rowsOf(app: App, actor: Actor, asked: RowsAsked, limit: number) {
  const { portfolioId, from, to, after, ...filter } = asked;
  const portfolios = await portfoliosInScope(app, actor, 'decision.read', portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from, to };
  const mark = after === undefined ? null : markOf(after);
  const [found, total] = await Promise.all([
    figureRows(app.db, scope, filter, mark, limit + 1),
    mark ? null : countRows(app.db, scope, filter),
  ]);
  const cite = citing(app.gate.packs);
  const rows = found.slice(0, limit).map(({ portfolioId: _, rules, ...row }) => ({
    ...row,
    rules: rules.map((rule) => ({ rule, title: cite(rule).title })),
  }));
  const last = rows.at(-1);
  const next = found.length > limit && last ? `${last.happenedAt}_${last.id}` : null;
  return { rows, total, next };
}

function markOf(after: string): RowMark {
  const [at = '', id = ''] = after.split('_');
  return { at, id };
}
