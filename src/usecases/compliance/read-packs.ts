import { allPacks, canSpeak, citedRule, citing } from '#domain/contact/cited-rules.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { silenceId, silencesOf } from '#domain/gate/silent-channels.ts';
import { ASPECTS } from '#domain/gate/statements.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { confirmedRules, type RuleSwitch, ruleSwitches } from '#storage/gate/rule-switches.ts';
import { type App, today } from '#usecases/app.ts';

/** The installed packs, with how much of each was read in its source. */
export async function readPacks(app: App, _actor: Actor, _input: Record<never, never>) {
  const confirmed = new Set(await confirmedRules(app.db, app.tenantId));
  return { packs: allPacks(app.gate.packs).map((pack) => packLine(pack, confirmed)) };
}

function packLine(pack: Pack, confirmed: ReadonlySet<string>) {
  const of = (basis: Rule['basis']) => pack.rules.filter((rule) => rule.basis === basis);
  const unread = of('unread');
  return {
    pack: pack.id,
    name: pack.name,
    version: pack.version,
    asOf: pack.asOf,
    territory: [...pack.territory],
    parent: pack.parent ?? null,
    rules: pack.rules.length,
    primary: of('primary').length,
    secondary: of('secondary').length,
    unread: unread.length,
    silent: unread.filter((rule) => canSpeak(rule) && !confirmed.has(rule.id)).length,
  };
}

/** One pack with its rules, and which of them speak today. Throws `not-found`. */
export async function readPack(app: App, _actor: Actor, { pack: packId }: { pack: string }) {
  const pack = allPacks(app.gate.packs).find(({ id }) => id === packId);
  if (!pack) throw new Refusal('not-found', { thing: 'pack', id: packId });
  const [speaking, switches] = await Promise.all([
    confirmedRules(app.db, app.tenantId),
    ruleSwitches(app.db, app.tenantId),
  ]);
  const confirmed = new Set(speaking);
  const waiting = new Map(
    switches.filter(({ answeredAt }) => answeredAt === null).map((one) => [one.ruleId, one]),
  );
  const day = today(app, 'UTC');
  const worded = switchWords(app);
  const wait = (rule: string) => {
    const open = waiting.get(rule);
    return open ? worded(open) : null;
  };
  return {
    ...packLine(pack, confirmed),
    today: day,
    silences: silencesIn(app, pack).map(({ rule, channel }) => ({
      ...{ rule, channel, speaks: confirmed.has(rule), waiting: wait(rule) },
    })),
    statements: statementsOf(pack),
    list: pack.rules.map((rule) => ({
      ...citedRule(pack, rule),
      enforcement: rule.enforcement,
      inForce: inForce(rule, day),
      speaks: canSpeak(rule) ? rule.basis !== 'unread' || confirmed.has(rule.id) : null,
      waiting: wait(rule.id),
    })),
  };
}

/** The operator's own limits are no place, so nothing of theirs can be silent. */
function silencesIn(app: App, pack: Pack) {
  if (pack.territory.length === 0) return [];
  return silencesOf(app.gate.packs, pack).map((channel) => ({
    ...{ channel, rule: silenceId(pack.id, channel) },
  }));
}

function statementsOf({ statements }: Pack) {
  if (!statements) return [];
  return ASPECTS.map((aspect) => {
    const said = statements[aspect];
    if ('rules' in said) return { aspect, rules: [...said.rules], none: null, lookedOn: null };
    return { aspect, rules: [], none: said.none, lookedOn: said.lookedOn };
  });
}

function inForce({ since, until }: Rule, day: LocalDate): 'now' | 'later' | 'past' {
  if (day < since) return 'later';
  return until !== undefined && day > until ? 'past' : 'now';
}

/** Every switch that was proposed, those that wait for an answer first. */
export async function readSwitches(app: App, _actor: Actor, _input: Record<never, never>) {
  return { switches: (await ruleSwitches(app.db, app.tenantId)).map(switchWords(app)) };
}

function switchWords(app: App) {
  const cite = citing(app.gate.packs);
  return ({ ruleId, packId, ...one }: RuleSwitch) => ({
    ...one,
    rule: ruleId,
    pack: packId,
    title: cite(ruleId, packId).title,
  });
}
