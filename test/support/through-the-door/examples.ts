import { readFileSync } from 'node:fs';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Example } from '#domain/gate/pack.ts';

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
    return { name, facts: throughTheDoor(name, facts) };
  });
  return [...ofPacks, ...samples];
}
