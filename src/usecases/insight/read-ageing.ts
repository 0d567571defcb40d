import type { AgeBasis, AgeingColumn } from '#domain/insight/ageing.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import type { LocalDate } from '#kernel/time.ts';
import {
  type AgeingGroup,
  type AgeingScope,
  type AgeingSum,
  agedRows,
  ageingSums,
} from '#storage/insight/ageing.ts';
import { type App, today } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import { openRows } from './steps/open-rows.ts';

/** Which ageing report: on which age, by what, now or as it stood at the end of a day. */
export type AgeingQuestion = {
  readonly portfolioId?: string | undefined;
  readonly by: AgeBasis;
  readonly group: AgeingGroup;
  readonly on?: LocalDate | undefined;
};

async function scopeOf(app: App, actor: Actor, question: AgeingQuestion): Promise<AgeingScope> {
  const { portfolioId, by, group, on = null } = question;
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const withToday = portfolios.map(({ id, zone }) => ({ id, today: today(app, zone) }));
  return { portfolios: withToday, by, group, past: on };
}

/** The ageing report (M-189): a line per currency and group, cells by age; nothing mixed. */
export async function readAgeing(app: App, actor: Actor, question: AgeingQuestion) {
  const scope = await scopeOf(app, actor, question);
  const sums = await ageingSums(app.db, scope);
  const lines = Map.groupBy(sums, ({ currency, groupId }) => JSON.stringify([currency, groupId]));
  return {
    by: scope.by,
    group: scope.group,
    on: scope.past,
    lines: [...lines.values()].map(lineOf),
  };
}

function lineOf(sums: readonly AgeingSum[]) {
  const currency = sums[0]?.currency ?? '';
  const cellOf = (parts: readonly AgeingSum[]) => ({
    amount: plainAmount(
      parts.reduce((sum, { minor }) => sum + minor, 0n),
      currency,
    ),
    items: parts.reduce((sum, { items }) => sum + Number(items), 0),
  });
  return {
    currency,
    id: sums[0]?.groupId ?? null,
    name: sums[0]?.groupName ?? null,
    total: cellOf(sums),
    cells: Object.fromEntries(sums.map((sum) => [sum.ageColumn, cellOf([sum])])),
  };
}

/** A cell, line or column of the ageing report to open. */
export type AgeingCell = AgeingQuestion & {
  readonly currency: string;
  readonly line?: string | undefined;
  readonly column?: AgeingColumn | undefined;
  readonly page: number;
};

/** The items behind cells of the ageing report. */
export async function openAgeing(
  app: App,
  actor: Actor,
  { currency, line, column, page, ...question }: AgeingCell,
  slice: Slice = pageSlice(page),
) {
  const scope = await scopeOf(app, actor, question);
  return openRows(app, actor, agedRows(scope, { currency, line, column }), slice);
}
