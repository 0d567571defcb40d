import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLimitedContent } from '#domain/gate/checks/limited-content.ts';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import {
  type VoicemailSetting,
  voicemailLanguages,
  voicemailPlan,
  voicemailProblems,
  voicemailWords,
} from './voicemail.ts';

const set: VoicemailSetting = {
  ...defaultSettings.gate.voicemail,
  ...{ leave: true, businessName: 'Harbour Services', callbackNumber: '+1 212 555 0100' },
};

test('the usual words are a limited-content message in every language', () => {
  assert.deepEqual(voicemailProblems(set), []);
  for (const language of voicemailLanguages) {
    const plan = voicemailPlan(set, language);
    assert.ok(plan && isLimitedContent(plan), language);
  }
  assert.equal(
    voicemailWords(set, null),
    'Hello, this is {agent} from Harbour Services. Please call me back on +1 212 555 0100. Thank you.',
  );
  assert.equal(voicemailWords(set, 'fr'), null);
  assert.equal(voicemailPlan(set, 'fr'), null);
  assert.equal(voicemailWords(set, 'es-MX'), voicemailWords(set, 'es'));
});

test('words that say more or less than a limited-content message are refused when saved', () => {
  const en = (text: string) => ({ ...set, texts: { ...set.texts, en: text } });
  const cases: [VoicemailSetting, string, string][] = [
    [{ ...set, businessName: ' ' }, 'businessName', 'missing'],
    [{ ...set, businessName: 'Acme Debt Recovery' }, 'businessName', 'name-tells-of-debt'],
    [{ ...set, callbackNumber: 'ask us' }, 'callbackNumber', 'not-a-number'],
    [en('{agent} of {business}. Please call me.'), 'texts.en', 'slot-missing'],
    [en('{agent} of {business} for {name}: call {number}'), 'texts.en', 'slot-unknown'],
    [en('{agent} of {business} on your debt: call {number}'), 'texts.en', 'words-tell-of-debt'],
    [en('{agent} of {business}, {number}'), 'texts.en', 'asks-for-no-reply'],
  ];
  for (const [setting, path, message] of cases) {
    assert.deepEqual(voicemailProblems(setting), [{ path, message }]);
  }
  for (const words of [
    'We will take you to court',
    'It is about what you did not send us',
    'This is urgent',
    'Your file is on my desk',
    'Call before we act',
    'Bring 1200',
    'Send £40',
    'Det gäller er skuld',
  ]) {
    const setting = en(`{agent} from {business}. ${words}. Please call {number}`);
    assert.equal(voicemailProblems(setting).length, 1, words);
    const plan = voicemailPlan(setting, 'en');
    assert.ok(plan && !isLimitedContent(plan), words);
  }
  const timed = en(
    'Hi, {agent} at {business}. Please call {number} on Monday between 9:30 and 5 pm',
  );
  assert.deepEqual(voicemailProblems(timed), []);
  for (const businessName of [
    'Incasso Noord',
    'Recupero Crediti',
    'Cobranza Total',
    'Portfolio Recovery',
  ]) {
    const named = { ...set, businessName };
    assert.deepEqual(voicemailProblems(named), [
      { path: 'businessName', message: 'name-tells-of-debt' },
    ]);
  }
  const tells = voicemailPlan(en('{agent} of {business} on your debt: call {number}'), 'en');
  assert.ok(tells && !isLimitedContent(tells));
  assert.equal(voicemailPlan({ ...set, leave: false }, 'en'), null);
  assert.deepEqual(voicemailProblems(defaultSettings.gate.voicemail), []);
});
