import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentOf } from './message-content.ts';

const shown = (words: string, lang = 'en') =>
  contentOf({ words, lang, declaredBy: 'person' }, { mentions_debt: true });

test('what an opt-out asks for beyond the wish is read from the words of the message', () => {
  for (const words of [
    'Reply STOP with your full name and date of birth to opt out. This is an attempt to collect a debt.',
    'To opt out, reply STOP, pay 5 dollars and give your account number.',
    'Reply STOP and state the reason.',
  ]) {
    assert.notEqual(shown(words).optout_requires?.length ?? 0, 0, words);
  }
  for (const words of [
    'Reply STOP to opt out. Please give your account number when you call us.',
    'Pay $50 today or reply STOP to end these messages.',
    'Reply STOP to opt out of messages about your account.',
  ]) {
    assert.equal(shown(words).optout_requires, undefined, words);
  }
});

/** An opt-out that asks for too much, and one that does not, in the languages of the product's texts. */
const IN_EACH: readonly (readonly [string, string, string, string])[] = [
  [
    'en',
    'Reply STOP with your full name.',
    'Reply STOP and pay $5 to stop messages.',
    'Reply STOP to end these messages.',
  ],
  [
    'es',
    'Responda BAJA con su nombre.',
    'Para dejar de recibir mensajes pague 5 euros para la baja.',
    'Responda BAJA para no recibir más mensajes.',
  ],
  [
    'he',
    'כדי להפסיק השיבו הסר עם תאריך הלידה.',
    'שלמו 5 ₪ כדי להפסיק הודעות.',
    'השיבו הסר כדי להפסיק הודעות.',
  ],
  [
    'fr',
    'Répondez STOP avec votre nom.',
    'Pour ne plus recevoir, STOP: payez 5 euros pour la désinscription.',
    'Répondez STOP pour ne plus recevoir de messages.',
  ],
  [
    'de',
    'Antworten Sie STOP mit Ihrem Namen.',
    'Zahlen Sie 5 Euro, um keine Nachrichten zu erhalten.',
    'Antworten Sie STOP, um keine Nachrichten mehr zu erhalten.',
  ],
  [
    'pt',
    'Responda STOP com o seu nome.',
    'Pague 5 euros para sair da lista.',
    'Responda STOP para não receber mais mensagens.',
  ],
  [
    'it',
    'Risponda STOP indicando la data di nascita.',
    'Paghi 5 euro per la disiscrizione.',
    'Risponda STOP per non ricevere altri messaggi.',
  ],
  [
    'nl',
    'Antwoord STOP met uw naam.',
    'Betaal 5 euro om u te laten uitschrijven.',
    'Antwoord STOP om geen berichten meer te krijgen.',
  ],
];

test('what an opt-out asks for is read in every language of the product’s texts', () => {
  for (const [lang, asks, costs, plain] of IN_EACH) {
    assert.ok(shown(asks, lang).optout_requires?.length, `${lang}: ${asks}`);
    assert.ok(shown(costs, lang).optout_requires?.length, `${lang}: ${costs}`);
    assert.equal(shown(plain, lang).optout_requires, undefined, `${lang}: ${plain}`);
  }
});

test('a suit that the words announce is told of the message unless somebody told of it', () => {
  const words = 'We will file a lawsuit on Monday. Reply STOP to opt out.';
  assert.equal(shown(words).threatens_suit, true);
  assert.equal(shown('Please call us about your account.').threatens_suit, false);
  assert.equal(shown('Ольга, перезвоните нам.', 'ru').threatens_suit, undefined);
  assert.equal(shown('Le demandaremos el lunes.', 'es').threatens_suit, true);
});
