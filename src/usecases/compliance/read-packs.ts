import { allPacks, canSpeak, citedRule, citing } from '#domain/contact/cited-rules.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { namedPlace } from '#domain/gate/places/place-names.ts';
import { isSilenceId, silenceId, silenceNamed, silencesOf } from '#domain/gate/silent-channels.ts';
import { ASPECTS } from '#domain/gate/statements.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import {
  type RuleSwitch,
  ruleSwitches,
  type SwitchedRules,
  switchedRules,
} from '#storage/gate/rule-switches.ts';
import { type App, now, today } from '#usecases/app.ts';

/** The installed packs, with how much of each was read in its source. */
export async function readPacks(app: App, _actor: Actor, _input: Record<never, never>) {
  const switched = await switchedRules(app.db, app.tenantId);
  return { packs: allPacks(app.gate.packs).map((pack) => packLine(pack, switched)) };
}

const packPlaces = ({ territory }: Pack) => territory.map(namedPlace);

function packLine(pack: Pack, { confirmedRules, silencedRules }: SwitchedRules) {
  const of = (basis: Rule['basis']) => pack.rules.filter((rule) => rule.basis === basis);
  const unread = of('unread');
  return {
    pack: pack.id,
    name: pack.name,
    version: pack.version,
    asOf: pack.asOf,
    places: [...packPlaces(pack)],
    parent: pack.parent ?? null,
    rules: pack.rules.length,
    primary: of('primary').length,
    secondary: of('secondary').length,
    unread: unread.filter(({ id }) => !confirmedRules.includes(id)).length,
    silent: unread.filter(({ id }) => silencedRules.includes(id)).length,
  };
}

/** One pack with its rules, and which of them speak today. Throws `not-found`. */
export async function readPack(app: App, _actor: Actor, { pack: packId }: { pack: string }) {
  const pack = allPacks(app.gate.packs).find(({ id }) => id === packId);
  if (!pack) throw new Refusal('not-found', { thing: 'pack', id: packId });
  const [switched, switches] = await Promise.all([
    switchedRules(app.db, app.tenantId),
    ruleSwitches(app.db, app.tenantId, now(app)),
  ]);
  const isConfirmed = (rule: string) => switched.confirmedRules.includes(rule);
  const waiting = new Map(
    switches.filter(({ confirmed }) => confirmed === null).map((one) => [one.ruleId, one]),
  );
  const day = today(app, 'UTC');
  const worded = switchWords(app);
  const wait = (rule: string) => {
    const open = waiting.get(rule);
    return open ? worded(open) : null;
  };
  return {
    ...packLine(pack, switched),
    today: day,
    silences: silencesIn(app, pack, switched.confirmedRules).map(({ rule, channel }) => ({
      ...{ rule, channel, speaks: isConfirmed(rule), waiting: wait(rule) },
    })),
    statements: statementsOf(pack),
    list: pack.rules.map((rule) => ({
      ...citedRule(pack, rule),
      enforcement: rule.enforcement,
      inForce: inForce(rule, day),
      speaks: canSpeak(rule) ? !isSilenced(rule, switched) : null,
      confirmed: rule.basis === 'unread' ? isConfirmed(rule.id) : null,
      waiting: wait(rule.id),
    })),
  };
}

const isSilenced = ({ id, basis }: Rule, { silencedRules }: SwitchedRules) =>
  basis === 'unread' && silencedRules.includes(id);

/** The operator's own limits are no place, so nothing of theirs can be silent. */
function silencesIn(app: App, pack: Pack, confirmed: readonly string[]) {
  if (pack.territory.length === 0) return [];
  return silencesOf(app.gate.packs, pack, confirmed).map((channel) => ({
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
  return { switches: (await ruleSwitches(app.db, app.tenantId, now(app))).map(switchWords(app)) };
}

function switchWords(app: App) {
  const packs = allPacks(app.gate.packs);
  const cite = citing(app.gate.packs);
  return ({ ruleId, packId, ...one }: RuleSwitch) => {
    const pack = packs.find(({ id }) => id === packId);
    return {
      ...one,
      rule: ruleId,
      of: isSilenceId(ruleId) ? ('channel' as const) : ('rule' as const),
      channel: silenceNamed(app.gate.packs, ruleId)?.channel ?? null,
      pack: packId,
      packName: pack?.name ?? packId,
      places: pack ? [...packPlaces(pack)] : [],
      title: cite(ruleId, packId).title,
    };
  };
}
