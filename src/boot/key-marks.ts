import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { TextVault } from '#ports/text-vault.ts';
import { addKeyMarks, type KeyMarks, keyMarks } from '#storage/privacy/key-marks.ts';
import type { Db } from '#usecases/app.ts';
import { CannotStart } from './cannot-start.ts';
import { knownSecret, secretOf } from './data-folder.ts';
import { keptTextKeys, openTextVault, readTextKeys, textKeyFile } from './text-keys.ts';

/** Where the keys are kept that stand outside of the database. */
export type KeyPlaces = {
  readonly dataFolder: string;
  readonly secret: string | null;
  readonly textKeyFile: string | null;
};

/**
 * The secret and the vault of restricted texts, where they are the ones that sealed what the database
 * holds. A database that knows no keys yet takes those that are here, which are drawn where there are
 * none; one that knows some makes no others.
 *
 * @throws CannotStart when the keys here are not those of the database.
 */
export async function openKeys(
  db: Db,
  places: KeyPlaces,
): Promise<{ readonly secret: string; readonly texts: TextVault }> {
  expectKeys(await keyMarks(db), marksHere(places), places);
  const secret = secretOf(places);
  const keys = keptTextKeys(places);
  const here = marksHere(places);
  await addKeyMarks(db, here);
  // Of two first starts with keys of their own, one was first.
  expectKeys(await keyMarks(db), here, places);
  return { secret, texts: openTextVault(keys, () => keptTextKeys(places)) };
}

/** The marks of the keys that are here; none is made. */
export function marksHere(places: KeyPlaces): KeyMarks {
  const path = textKeyFile(places);
  const texts = existsSync(path) ? readTextKeys(path) : null;
  const secret = knownSecret(places);
  return new Map([
    ...(secret === null ? [] : [['secret', markOf(secret)] as const]),
    ...(texts ? [['digest', markOf(texts.digest)] as const] : []),
    ...[...(texts?.keys ?? [])].map(([name, key]) => [name, markOf(key)] as const),
  ]);
}

/** The names of the keys that marks tell of and that are not here, or are others. */
export function keysMissing(kept: KeyMarks, here: KeyMarks): readonly string[] {
  return [...kept].filter(([name, mark]) => here.get(name) !== mark).map(([name]) => name);
}

/** What is wrong with the keys here, and what to do. */
export function missingSentence(missing: readonly string[], places: KeyPlaces): string {
  const texts = missing.filter((name) => name !== 'secret');
  const wrong = [
    ...(missing.includes('secret')
      ? [`the secret (DUNLIN_SECRET, or the file secret in ${places.dataFolder})`]
      : []),
    ...(texts.length > 0
      ? [`the keys of texts (${texts.join(', ')} in ${textKeyFile(places)})`]
      : []),
  ];
  return (
    `The keys here are not those that sealed what the database holds: ${wrong.join(' and ')}. Put ` +
    'back the files secret and text-keys of the data folder that served this database before, or ' +
    'name them by DUNLIN_SECRET and DUNLIN_TEXT_KEY_FILE. Where they are lost for good, ' +
    'npm run adopt-keys -- E-MAIL of an administrator goes on with other keys; what was sealed ' +
    'under the lost ones stays unreadable.'
  );
}

function expectKeys(kept: KeyMarks, here: KeyMarks, places: KeyPlaces): void {
  const missing = keysMissing(kept, here);
  if (missing.length > 0) throw new CannotStart(missingSentence(missing, places));
}

/** HMAC-SHA-256 (RFC 2104) of a constant under the key, to 128 bits. */
function markOf(key: string | Buffer): string {
  return createHmac('sha256', key).update('dunlin key mark').digest('hex').slice(0, 32);
}
