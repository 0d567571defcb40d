import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intentOf, isHarsh } from './cues.ts';

const meant = [
  ['Good morning, this is Ana.', 'greet'],
  ['Am I speaking with Dana Levi?', 'ask-identity'],
  ['What happened with the last invoice?', 'ask-reason'],
  ['I\u2019m sorry, I understand that is a lot.', 'empathy'],
  ['Take your time, I can hear you are upset.', 'calm'],
  ['You can check that we are real on our website.', 'prove-genuine'],
  ['I will get my supervisor on the line.', 'offer-supervisor'],
  ['Your balance is overdue.', 'explain-debt'],
  ['¿Hablo con la señora Ruiz?', 'ask-identity'],
  ['¿Qué pasó con el pago?', 'ask-reason'],
  ['Lo siento mucho.', 'empathy'],
  ['Hasta luego.', 'close'],
  ['מה קרה עם התשלום?', 'ask-reason'],
  ['היתרה לא שולמה', 'explain-debt'],
  ['להתראות', 'close'],
  ['xyz', 'free-text'],
] as const;

for (const [text, intent] of meant) {
  test(`"${text}" is heard as ${intent}`, () => assert.equal(intentOf(text), intent));
}

const hard = [
  ['You are a liar.', true],
  ['You will go to jail.', true],
  ['Es usted un mentiroso.', true],
  ['אתה שקרן', true],
  ['That sounds familiar.', false],
  ['It is not your fault.', false],
  ['Lo siento, no es su culpa.', false],
] as const;

for (const [text, expected] of hard) {
  test(`"${text}" ${expected ? 'hurts' : 'does not hurt'}`, () =>
    assert.equal(isHarsh(text), expected));
}
