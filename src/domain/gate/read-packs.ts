import { dayOf } from '#kernel/local-clock.ts';
import { reaches } from './checks/debtors.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import type { Finding, Pack, Rule } from './pack.ts';
import { answersByChannel, type ChannelAnswers } from './silent-channels.ts';

/** A rule with the days of its life as numbers; its check is there. */
export type ReadRule = {
  readonly rule: Rule;
  readonly pack: string;
  readonly sinceDay: number;
  readonly untilDay: number;
  readonly check: (moment: EvaluationContext) => Finding | null;
};

/** A pack with the rules that can be checked. */
export type ReadPack = {
  readonly pack: Pack;
  readonly rules: readonly ReadRule[];
  /** Its laws that say something of a channel, by channel. */
  readonly answers: ChannelAnswers;
};

/** Reads one pack. */
export function readPack(pack: Pack): ReadPack {
  const rules = pack.rules.flatMap((rule): ReadRule[] => {
    if (!rule.check) return [];
    const untilDay = rule.until ? dayOf(rule.until) : Number.POSITIVE_INFINITY;
    const read = coveredBy(pack, rule);
    return [
      { rule: read, pack: pack.id, sinceDay: dayOf(rule.since), untilDay, check: rule.check },
    ];
  });
  return { pack, rules, answers: answersByChannel(pack) };
}

/** The rule as it speaks in a pack that covers only some debtors. */
function coveredBy({ covers }: Pack, rule: Rule): Rule {
  if (!covers || rule.applies?.anyDebtor) return rule;
  const own = rule.applies?.when;
  const when = (moment: EvaluationContext) => reaches(covers, moment) && (own?.(moment) ?? true);
  return { ...rule, applies: { ...rule.applies, when } };
}

/** Packs named by the facts, their parents first, and the names under which there is none. */
export function asked(byName: ReadonlyMap<string, ReadPack>, names: readonly string[]) {
  const found = new Map<string, ReadPack>();
  const missing: string[] = [];
  const add = (name: string) => {
    const read = byName.get(name);
    if (!read) {
      missing.push(name);
      return;
    }
    if (found.has(read.pack.id)) return;
    if (read.pack.parent) add(read.pack.parent);
    found.set(read.pack.id, read);
  };
  for (const name of names) add(name);
  return { found: [...found.values()], missing };
}

/** Packs by each of their names. Throws when two share one. */
export function readPacks(packs: readonly Pack[]): ReadonlyMap<string, ReadPack> {
  const byName = new Map<string, ReadPack>();
  for (const pack of packs) {
    const read = readPack(pack);
    for (const name of [pack.id, ...(pack.alsoCalled ?? [])]) {
      if (byName.has(name)) throw new Error(`two rule packs are called ${name}`);
      byName.set(name, read);
    }
  }
  return byName;
}
