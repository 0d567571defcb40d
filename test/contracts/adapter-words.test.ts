import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type AnyAdapter, loadPlugIns } from '#boot/connections/plug-ins.ts';
import { checkFailures, portNames, slots } from '#domain/connections/slots.ts';
import { settingFields } from '#ports/setting-fields.ts';

type Words = {
  readonly connections: {
    readonly slot: Record<string, string>;
    readonly adapter: Record<string, string>;
    readonly setting: Record<string, Record<string, string>>;
    readonly failure: Record<string, string>;
  };
};

const plugIns = await loadPlugIns();

for (const language of ['en', 'es', 'he']) {
  test(`${language} has words for every port, adapter, setting and failed test`, () => {
    const file = new URL(`../../web/ui/locales/${language}/admin.json`, import.meta.url);
    const words = (JSON.parse(readFileSync(file, 'utf8')) as Words).connections;
    for (const { port, scope } of slots) {
      assert.ok(words.slot[scope === '' ? port : `${port}-${scope}`], `${port} ${scope}`);
    }
    for (const failure of checkFailures) assert.ok(words.failure[failure], failure);
    for (const port of portNames) {
      for (const [name, adapter] of plugIns[port] as ReadonlyMap<string, AnyAdapter>) {
        assert.ok(words.adapter[`${port}-${name}`], `${port}-${name}`);
        for (const { name: setting } of settingFields(adapter.settings)) {
          assert.ok(words.setting[`${port}-${name}`]?.[setting], `${port}-${name} ${setting}`);
        }
      }
    }
  });
}
