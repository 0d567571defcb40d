import { DAY_MS, instantOfLocal, isoIn } from '#kernel/local-clock.ts';
import { HORIZON_DAYS } from './checks/open-hours.ts';
import type {
  ContentRequirement,
  Decision,
  NextKind,
  RuleObligation,
  RuleResult,
  Verdict,
} from './decision.ts';
import {
  type EvaluationContext,
  lacksZone,
  mainZone,
  type Situation,
  situationOf,
} from './evaluation-context.ts';
import type { Facts } from './facts/facts.ts';
import {
  NO_CALENDAR,
  NO_LOG,
  NO_PACK,
  NO_PLACE,
  NO_WORD,
  NO_ZONE,
  operatorPack,
} from './operator-holds.ts';
import type { Finding, Pack } from './pack.ts';
import { asked, type ReadPack, type ReadRule, readPack, readPacks } from './read-packs.ts';
import { NO_RULE, unconfirmedSilence } from './silent-channels.ts';
import { blocks, speaking, speaks } from './speaking.ts';

/** Decides one attempt. Pure: the same facts and packs give the same answer, byte for byte. */
export type Gate = (facts: Facts) => Decision;

/** Each step leaves the shut stretch of at least one rule; real answers need fewer than ten. */
const MAX_STEPS = 500;

/** Different sets of packs and switches that a judge remembers. */
const MAX_BENCHES = 10_000;

const own = readPack(operatorPack);

type Found = { readonly read: ReadRule; readonly finding: Finding };

/** Every finding of rules that speak to the attempt at that instant. */
function findings(
  heard: readonly ReadRule[],
  moment: EvaluationContext,
  onlyBlocking: boolean,
): Found[] {
  const found: Found[] = [];
  for (const read of heard) {
    if (onlyBlocking && !blocks(read.rule, moment.facts)) continue;
    const finding = read.check(moment);
    if (finding) found.push({ read, finding });
  }
  return found;
}

function resultOf({ read, finding }: Found): RuleResult {
  if (finding.missing) {
    return engineReason(NO_CALENDAR, 'holiday_calendar_extended', { for: read.rule.id });
  }
  const bound = finding.final ? 'final' : finding.untilMs === undefined ? 'event' : 'time';
  return {
    rule: read.rule.id,
    pack: read.pack,
    enforcement: read.rule.enforcement,
    ...(read.rule.discreet ? { discreet: true } : {}),
    bound,
    releasing: finding.releasing ?? [],
    details: finding.details ?? {},
  };
}

function engineReason(rule: string, releasing: string, details: RuleResult['details']): RuleResult {
  return {
    rule,
    pack: operatorPack.id,
    enforcement: 'hard',
    bound: 'event',
    releasing: [releasing],
    details,
  };
}

/** Reasons of the gate itself: what it was not given it cannot allow. */
function missingInputs(
  situation: Situation,
  missing: readonly string[],
  packs: readonly ReadPack[],
  blocked: boolean,
): RuleResult[] {
  const reasons = missing.map((pack) => engineReason(NO_PACK, 'pack_installed', { pack }));
  for (const part of situation.facts.incomplete ?? []) {
    reasons.push(engineReason(NO_LOG, 'record_readable', { part }));
  }
  for (const told of situation.facts.unread_words ?? []) {
    const [field = '', ...words] = told.split(' ');
    reasons.push(engineReason(NO_WORD, 'record_corrected', { field, word: words.join(' ') }));
  }
  for (const region of situation.facts.consumer.unread_places ?? []) {
    // The country rings once; the text, which may be a misread column, stays with the decision.
    const country = /^[A-Z]{2}(?=[ -]|$)/.exec(region)?.[0] ?? '';
    reasons.push(engineReason(NO_PLACE, 'address_corrected', { country, region }));
  }
  for (const pack of unconfirmedSilence(situation, packs)) {
    const { channel } = situation;
    reasons.push(engineReason(NO_RULE, 'silence_confirmed', { pack, channel }));
  }
  if (packs.length === 0 && missing.length === 0) {
    reasons.push(engineReason(NO_PACK, 'jurisdiction_known', {}));
  }
  if (lacksZone(situation) && !blocked && reasons.length === 0) {
    reasons.push(engineReason(NO_ZONE, 'location_known', {}));
  }
  return reasons;
}

function verdictOf(reasons: readonly RuleResult[]): Verdict {
  if (reasons.length === 0) return true;
  return reasons.every((reason) => reason.enforcement === 'presumption')
    ? 'presumed_violation'
    : false;
}

type Next = { readonly kind: NextKind; readonly ms: number | null };

const NO_PROMISE: Next = { kind: 'on_condition', ms: null };

/** When a finding ends by itself: its own time, or the last day of its rule; infinite when never. */
function endMs({ read, finding }: Found, start: EvaluationContext): number {
  const ownMs = finding.untilMs ?? Number.POSITIVE_INFINITY;
  if (!Number.isFinite(read.untilDay)) return ownMs;
  return Math.min(ownMs, instantOfLocal(mainZone(start), read.untilDay + 1, 0));
}

/** Jumps from one rule's release to the next until every rule passes at the same instant. */
function nextTime(
  rules: readonly ReadRule[],
  start: EvaluationContext,
  first: readonly Found[],
): Next {
  let failing = first;
  let ms = start.ms;
  const horizonMs = start.ms + HORIZON_DAYS * DAY_MS;
  for (let step = 0; step < MAX_STEPS; step++) {
    if (failing.length === 0) return lacksZone(start) ? NO_PROMISE : { kind: 'at', ms };
    if (failing.some(({ finding }) => finding.final)) return { kind: 'never', ms: null };
    let jump = Number.NEGATIVE_INFINITY;
    for (const found of failing) jump = Math.max(jump, endMs(found, start));
    if (jump <= ms || jump > horizonMs) break;
    ms = jump;
    const moment = { ...start, ms };
    failing = findings(speaking(rules, moment), moment, true);
  }
  return NO_PROMISE;
}

function requiredContent(
  rules: readonly ReadRule[],
  moment: EvaluationContext,
): ContentRequirement[] {
  const obligations: ContentRequirement[] = [];
  for (const { rule } of rules) {
    if (!rule.requires || !speaks(rule.applies, moment)) continue;
    for (const content of rule.requires(moment)) obligations.push({ rule: rule.id, content });
  }
  return obligations;
}

/** Where the operator's own limit stands in for the law and leaves the attempt open: that it does. */
function standIns(heard: readonly ReadRule[], failing: readonly Found[]): RuleResult[] {
  const failed = new Set(failing.map(({ read }) => read.rule.id));
  return heard
    .filter(({ rule }) => rule.standsInFor && !failed.has(rule.id))
    .map((read) => resultOf({ read, finding: { details: { unsettled: 'hours' } } }));
}

const obligationOf = ({ read, finding }: Found): RuleObligation => ({
  rule: read.rule.id,
  ...finding.details,
});

/** The rules that may speak: all but those of unread source that two people have switched off. */
function speakingRules(packs: readonly ReadPack[], { policy }: Facts): readonly ReadRule[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const silenced = policy?.silenced_rules;
  if (!silenced?.length) return rules;
  return rules.filter(({ rule }) => rule.basis !== 'unread' || !silenced.includes(rule.id));
}

function decideWith(byName: ReadonlyMap<string, ReadPack>, facts: Facts): Decision {
  const situation = situationOf(facts);
  const start: EvaluationContext = { ...situation, ms: situation.atMs };
  const { found: packs, missing } = asked(byName, facts.packs);
  const rules = speakingRules([...packs, own], facts);

  const heard = speaking(rules, start);
  const found = findings(heard, start, false);
  const failing = found.filter(({ read }) => blocks(read.rule, facts));
  const remarks = found.filter(({ read }) => !blocks(read.rule, facts));
  const legal = failing.map(resultOf);
  const inputs = missingInputs(situation, missing, packs, legal.length > 0);
  const reasons = [...legal, ...inputs];

  const permitted = verdictOf(reasons);
  const next: Next =
    permitted === true
      ? { kind: 'now', ms: null }
      : inputs.length > 0
        ? NO_PROMISE
        : nextTime(rules, start, failing);
  const zone = mainZone(situation);
  return {
    permitted,
    reasons,
    advisories: [
      ...remarks.filter(({ read }) => read.rule.enforcement !== 'duty').map(resultOf),
      ...standIns(heard, failing),
    ],
    requiredContent: requiredContent(heard, start),
    obligations: remarks.filter(({ read }) => read.rule.enforcement === 'duty').map(obligationOf),
    nextPermittedAt: next.ms === null ? null : isoIn(zone, next.ms),
    nextKind: next.kind,
    releasing: [...new Set(reasons.flatMap((reason) => reason.releasing))],
    packVersions: Object.fromEntries([...packs, own].map(({ pack }) => [pack.id, pack.version])),
    evaluatedZones: situation.zones.map((tz) => ({ tz, local: isoIn(tz, start.ms) })),
  };
}

/** What a decision would say against an attempt, without when it could be made instead. */
export type Judge = (facts: Facts) => Pick<Decision, 'permitted' | 'reasons'>;

/** What speaks for some packs and confirmed rules, worked out once for a million decisions. */
type Bench = ReturnType<typeof asked> & { readonly rules: readonly ReadRule[] };

function benchOf(byName: ReadonlyMap<string, ReadPack>, facts: Facts): Bench {
  const { found, missing } = asked(byName, facts.packs);
  const rules = speakingRules([...found, own], facts);
  return { found, missing, rules: rules.filter(({ rule }) => blocks(rule, facts)) };
}

const benchKey = ({ packs, policy }: Facts) =>
  JSON.stringify([
    packs,
    policy?.silenced_rules ?? [],
    policy?.require_safe_harbors ?? null,
    policy?.warn_only ?? null,
  ]);

function judgeWith(facts: Facts, { found: packs, missing, rules }: Bench): ReturnType<Judge> {
  const situation = situationOf(facts);
  const start: EvaluationContext = { ...situation, ms: situation.atMs };
  const legal = findings(speaking(rules, start), start, true).map(resultOf);
  const inputs = missingInputs(situation, missing, packs, legal.length > 0);
  const reasons = [...legal, ...inputs];
  return { permitted: verdictOf(reasons), reasons };
}

/** Reads the packs once and answers decisions. Throws when two packs share an id. */
export function createGate(packs: readonly Pack[]): Gate {
  const byName = readPacks(packs);
  return (facts) => decideWith(byName, facts);
}

/** As `createGate`, for those who need the verdict of very many attempts and nothing else. */
export function createJudge(packs: readonly Pack[]): Judge {
  const byName = readPacks(packs);
  const benches = new Map<string, Bench>();
  return (facts) => {
    const key = benchKey(facts);
    let bench = benches.get(key);
    if (!bench) {
      bench = benchOf(byName, facts);
      if (benches.size < MAX_BENCHES) benches.set(key, bench);
    }
    return judgeWith(facts, bench);
  };
}

const gates = new WeakMap<readonly Pack[], Gate>();

/** The one question of the product: may this attempt be made, why not, and when? */
export function decide(facts: Facts, packs: readonly Pack[]): Decision {
  let gate = gates.get(packs);
  if (!gate) {
    gate = createGate(packs);
    gates.set(packs, gate);
  }
  return gate(facts);
}
