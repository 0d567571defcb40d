import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGate } from '#boot/open-app.ts';
import { sampleCases, throughTheDoor } from '#test/support/through-the-door/examples.ts';

const { decide } = await loadGate();
const toleranceMs = 60_000;

for (const { id, source, facts, expected } of sampleCases()) {
  test(`${id}: ${source}`, () => {
    const decision = decide(throughTheDoor(id, facts));
    assert.equal(decision.permitted, expected.permitted);
    const rules = decision.reasons.map(({ rule }) => rule);
    const { reason_rule_ids: needed, optional_reason_rule_ids: optional = [] } = expected;
    for (const rule of needed) assert.ok(rules.includes(rule), `${rule} among ${rules}`);
    for (const rule of rules) assert.ok([...needed, ...optional].includes(rule), rule);
    assert.equal(decision.nextKind, expected.next_kind);
    const times = [expected.next_permitted_at, ...(expected.acceptable_next_permitted_at ?? [])];
    const isExpected = times.some((time) => {
      const got = decision.nextPermittedAt;
      if (time === null || got === null) return time === got;
      if (expected.next_match === 'local_date') return time.slice(0, 10) === got.slice(0, 10);
      return Math.abs(Date.parse(time) - Date.parse(got)) <= toleranceMs;
    });
    assert.ok(isExpected, `${decision.nextPermittedAt} among ${times}`);
  });
}
