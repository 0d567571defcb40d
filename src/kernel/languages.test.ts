import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageCode, languageCodes, languageName } from './languages.ts';

test('a list of languages names each once, in every language of the product', () => {
  for (const language of ['en', 'es', 'he']) {
    const names = languageCodes.map((code) => languageName(code, language));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    assert.deepEqual(twice, [], language);
  }
  assert.equal(languageCodes.length, new Set(languageCodes).size);
});

test('an older or a second code of a language leads to the one of the list', () => {
  const told = ['ak', 'tw', 'iw', 'he', 'in', 'es'].map(languageCode);
  assert.deepEqual(told, ['ak', 'ak', 'he', 'he', 'id', 'es']);
});
