import type { HoldKind } from '#domain/cases/holds.ts';
import { privateHolds } from '#domain/events/private-lines.ts';
import type { App } from '#usecases/app.ts';

/** Whose words a sealed text holds: it opens for no other customer. */
const about = (customerId: string) => `words of ${customerId}`;

/** Words that tell of health or need, as they are kept: readable only with a key outside the database. */
export function sealedWords(app: Pick<App, 'texts'>, customerId: string, words: string): string {
  return app.texts.seal(words, about(customerId));
}

/** Kept words as they were written, sealed or not. */
export function openedWords(app: Pick<App, 'texts'>, customerId: string, text: string): string {
  return app.texts.open(text, about(customerId));
}

/** Why a hold lies there or was lifted, sealed where the very hold tells of health or need. */
export function holdWords(
  app: Pick<App, 'texts'>,
  customerId: string,
  kind: HoldKind,
  words: string,
): string {
  return privateHolds.includes(kind) ? sealedWords(app, customerId, words) : words;
}
