import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { processShapes } from '#domain/strategy/shapes.ts';

const steps = [
  ...new Set(
    Object.values(processShapes).flatMap(({ lanes }) =>
      Object.values(lanes).flatMap((lane) =>
        lane.filter(({ announces }) => announces !== null).map(({ step }) => step),
      ),
    ),
  ),
];

for (const language of ['en', 'es', 'he']) {
  test(`${language} has words for every step that announces something`, () => {
    const file = new URL(`../../web/ui/locales/${language}/compliance.json`, import.meta.url);
    const { campaign } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly campaign: { readonly step: Readonly<Record<string, string>> };
    };
    assert.ok(steps.length > 0);
    assert.deepEqual(
      steps.filter((step) => !campaign.step[step]),
      [],
    );
  });
}
