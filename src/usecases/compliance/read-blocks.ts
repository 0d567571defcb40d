import { citing } from '#domain/contact/cited-rules.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { LocalDate } from '#kernel/time.ts';
import {
  type FigureCount,
  type FigureName,
  figureCounts,
  ruleCounts,
} from '#storage/compliance/reads.ts';
import type { App } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';

/** Days of one or all portfolios. */
export type BlocksAsked = {
  readonly portfolioId?: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

type Counts = { [Name in FigureName]?: number };

/** Decisions alone fall into these; together they are `decisions`. */
const ofDecisions: readonly FigureName[] = [
  'permitted',
  'blocks',
  'presumed',
  'at-release',
  'operational',
];

/** Figures of compliance over a period: what was tried, decided and blocked, and by which rule. */
export async function readBlocks(app: App, actor: Actor, { portfolioId, from, to }: BlocksAsked) {
  const portfolios = await portfoliosInScope(app, actor, 'decision.read', portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from, to };
  const [counts, byRule] = await Promise.all([
    figureCounts(app.db, scope),
    ruleCounts(app.db, scope),
  ]);
  const by = (dimension: FigureCount['by']) =>
    grouped(counts.filter((count) => count.by === dimension));
  const cite = citing(app.gate.packs);
  const rules = grouped(byRule.map(({ rule, ...rest }) => ({ key: rule, ...rest })));
  const names = new Map(portfolios.map(({ id, name }) => [id, name]));
  const channels = [...by('channel')].filter(([channel]) => channel !== '');
  // Only decisions know their campaign.
  const campaigns = grouped(
    counts.filter((count) => count.by === 'campaign' && isOfDecisions(count.figure)),
  );
  return {
    total:
      grouped(
        counts.filter((count) => count.by === 'day').map((count) => ({ ...count, key: '' })),
      ).get('') ?? {},
    days: ordered(by('day')).map(([day, counts]) => ({ day, counts })),
    rules: byWeight(rules).map(([rule, counts]) => ({ ...cite(rule), counts })),
    portfolios: ordered(by('portfolio')).map(([id, counts]) => ({
      portfolioId: id,
      name: names.get(id) ?? id,
      counts,
    })),
    campaigns: byWeight(campaigns).map(([campaign, counts]) => ({ campaign, counts })),
    channels: byWeight(new Map(channels)).map(([channel, counts]) => ({ channel, counts })),
  };
}

function isOfDecisions(figure: FigureName): boolean {
  return figure === 'caps' || ofDecisions.includes(figure);
}

type Counted = Pick<FigureCount, 'key' | 'figure' | 'count'>;

function grouped(counts: readonly Counted[]): ReadonlyMap<string, Counts> {
  const groups = new Map<string, Counts>();
  for (const { key, figure, count } of counts) {
    const group = groups.get(key ?? '') ?? {};
    group[figure] = (group[figure] ?? 0) + Number(count);
    if (ofDecisions.includes(figure)) group.decisions = (group.decisions ?? 0) + Number(count);
    groups.set(key ?? '', group);
  }
  return groups;
}

function ordered(groups: ReadonlyMap<string, Counts>): readonly (readonly [string, Counts])[] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The groups with most decisions against a contact first. */
function byWeight(groups: ReadonlyMap<string, Counts>): readonly (readonly [string, Counts])[] {
  const weight = ({ blocks = 0, presumed = 0, 'at-release': late = 0, decisions = 0 }: Counts) =>
    (blocks + presumed + late) * 1_000_000 + decisions;
  return [...ordered(groups)].sort(([, a], [, b]) => weight(b) - weight(a));
}
