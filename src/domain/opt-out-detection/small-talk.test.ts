import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scopeWord } from './closing.ts';
import { readOptOut } from './opt-out-request.ts';

const scopeOf = (text: string) => scopeWord(readOptOut(text, { channel: 'sms' }));

const passing = [
  'ok thanks|Ok, thank you so much!|👍|thumbs up|sure|Got it, will do|sounds good|no problem|haha',
  'Good morning, how are you?|[photo]|image attached|IMG_2034.jpg|<Media omitted>|sent a photo',
  'Sent from my iPhone|vale|Sí, de acuerdo|perfecto gracias|gracias, buen día|jajaja|Imagen omitida',
  'בסדר|אוקיי תודה|תודה רבה|בוקר טוב|תמונה|d’accord, merci|Alles klar, danke|tudo bem|va bene',
];

test('what people answer in passing asks nothing and waits for nobody', () => {
  for (const text of passing.flatMap((line) => line.split('|'))) {
    assert.equal(scopeOf(text), null, text);
  }
});

const wishes = [
  ...['ok no more photos', 'sure, see you in court', 'fine, ask my son', 'thanks but not me'],
  ...['I will pay on Friday', 'who is this', 'no gracias a todo esto', 'הבנתי אבל זה לא אני'],
];

test('beside anything else it waits for a person', () => {
  for (const text of wishes) assert.notEqual(scopeOf(text), null, text);
});
