import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import { createGate } from '#domain/gate/decide.ts';
import type { Example, Pack } from '#domain/gate/pack.ts';

const folder = new URL('../../src/rulepacks/', import.meta.url);
const packs = await loadFolder<Pack>(folder);
const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');
const decide = createGate([...packs.values()]);
const dayMs = 86_400_000;

/** What is told of a person that is private: health, need, death, who speaks for them. */
const privateEvents = [
  'attorney',
  'bankruptcy_petition',
  'breathing_space',
  'coerced_debt',
  'coerced_debt_notice',
  'debt_adviser',
  'debt_review',
  'deceased',
  'hardship',
  'identity_theft',
  'lacks_capacity',
  'mental_health_moratorium',
  'minor',
  'representative',
  'scottish_moratorium',
  'vulnerable',
] as const;

/** Rules of several things at once: that one of them speaks does not tell which. */
const ofSeveral = [
  'GB-CONC-VISIT',
  'US-CA-ROSENTHAL-1692',
  'US-MD',
  'USF-10-LOCATION-CONTENT',
  'ZA-DCA',
  'ZA-NCA',
];

type Loose = {
  policy?: { holds?: string[] };
  events: unknown[];
  proposed: { at: string };
  consumer: { status?: Record<string, boolean> };
};

function reasonsOf(raw: unknown) {
  const parsed = parseFacts(raw);
  return parsed.ok ? decide(parsed.facts).reasons : [];
}

/** What is decided of facts once they were changed. */
function reasonsAfter(facts: unknown, change: (facts: Loose) => void) {
  const changed = structuredClone(facts) as Loose;
  change(changed);
  return reasonsOf(changed);
}

test('every rule that speaks because of a private matter says that it is discreet', () => {
  const open = new Set<string>();
  const hidden = new Set<string>();
  const inside = [...tables.values()].flat().filter(({ side }) => side === 'inside');
  for (const { facts } of inside) {
    const plain: unknown = JSON.parse(JSON.stringify(facts));
    const before = new Set(reasonsOf(plain).map(({ rule }) => rule));
    for (const kind of privateEvents) {
      const asEvent = (changed: Loose) => {
        const at = new Date(Date.parse(changed.proposed.at) - 2 * dayMs).toISOString();
        changed.events.push({ kind, at, received_at: at });
        const { holds = [] } = changed.policy ?? {};
        changed.policy = { ...changed.policy, holds: [...holds, kind] };
      };
      const asState = (changed: Loose) => {
        changed.consumer.status = { ...changed.consumer.status, [kind]: true };
      };
      for (const change of [asEvent, asState]) {
        for (const { rule, discreet } of reasonsAfter(plain, change)) {
          if (!before.has(rule)) (discreet ? hidden : open).add(rule);
        }
      }
    }
  }
  assert.deepEqual([...open].toSorted(), ofSeveral);
  assert.ok(hidden.has('USF-6B2-ATTORNEY') && hidden.has('DUNLIN-HOLD-DECEASED'));
});
