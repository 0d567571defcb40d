import { lockedMark } from '#ports/text-vault.ts';
import { putSealedTexts } from '#storage/privacy/sealed-texts.ts';
import type { App } from '#usecases/app.ts';
import { openedWords, sealedWords } from './steps/sealed-words.ts';

/** Seals every restricted text with the newest key; answers how many were not yet. */
export function resealTexts(app: Pick<App, 'db' | 'texts'>): Promise<number> {
  return putSealedTexts(app.db, (customerId, text) => {
    if (app.texts.isNewest(text)) return null;
    const words = openedWords(app, customerId, text);
    // What cannot be opened here stays as it is: its key may come back.
    return words === lockedMark ? null : sealedWords(app, customerId, words);
  });
}
