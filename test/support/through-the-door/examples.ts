import { readFileSync } from 'node:fs';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Example } from '#domain/gate/pack.ts';
import { zonesOfPhone } from '#domain/gate/places/zones.ts';

/** One case for the gate by the name under which it is reported. */
export type NamedFacts = { readonly name: string; readonly facts: Facts };

/** A sample case with the answer it expects. */
export type SampleCase = {
  readonly id: string;
  readonly source: string;
  readonly facts: unknown;
  readonly expected: {
    readonly permitted: boolean | 'presumed_violation';
    readonly reason_rule_ids: readonly string[];
    readonly optional_reason_rule_ids?: readonly string[];
    readonly next_permitted_at: string | null;
    readonly acceptable_next_permitted_at?: readonly string[];
    readonly next_kind: string;
    readonly next_match?: 'instant' | 'local_date';
  };
};

/** The facts as the door of `npm run decide` lets them in. Throws for those it refuses. */
export function throughTheDoor(name: string, facts: unknown): Facts {
  const parsed = parseFacts(JSON.parse(JSON.stringify(facts)));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.path} ${parsed.message}`);
  return parsed.facts;
}

/** Every sample case. */
export function sampleCases(): readonly SampleCase[] {
  const file = new URL('../../data/sample-cases.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/**
 * Sample cases give everybody the same numbers and say beside them where the numbers point: here
 * each has a number that does, and one that points nowhere where nothing is said of it.
 */
function withLocalNumbers(facts: Facts): Facts {
  const { location_signals } = facts.consumer;
  const zones = new Set(location_signals.flatMap(({ tz }) => tz));
  const contact_points = facts.contact_points.map((point, index) => {
    if (!point.number) return point;
    const code = location_signals.find(({ kind }) => kind === `${point.kind}_area_code`)?.value;
    const hinted = zonesOfPhone(point.number);
    if (!code && hinted.every((zone) => zones.has(zone))) return point;
    const prefix = code?.replaceAll('-', '') ?? '+1800';
    return { ...point, number: `${prefix}55501${String(index + 10)}` };
  });
  return { ...facts, contact_points };
}

/** Every example of every pack, and the sample cases. */
export async function everyExample(): Promise<readonly NamedFacts[]> {
  const folder = new URL('../../../src/rulepacks/', import.meta.url);
  const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');
  const ofPacks = [...tables].flatMap(([pack, examples]) =>
    examples.map(({ rule, side, shows, facts }): NamedFacts => {
      const name = `${pack} ${rule} ${side}: ${shows}`;
      return { name, facts: throughTheDoor(name, facts) };
    }),
  );
  const samples = sampleCases().map(({ id, facts }): NamedFacts => {
    const name = `sample ${id}`;
    return { name, facts: withLocalNumbers(throughTheDoor(name, facts)) };
  });
  return [...ofPacks, ...samples];
}
