import { readProcessConfig } from '../config.ts';
import { keptTextKeys, textKeyFile, withNewKey, writeTextKeys } from '../text-keys.ts';

/**
 * `npm run rotate-text-key`: adds a key to the file of the keys of texts, which seals new texts. Texts
 * that are kept stay under their own key: no row of the record is ever written anew.
 */
export async function runRotateTextKey(told: (sentence: string) => void): Promise<number> {
  const config = readProcessConfig([]);
  writeTextKeys(textKeyFile(config), withNewKey(keptTextKeys(config)));
  told(
    `The new key is in ${textKeyFile(config)}. A server seals new texts with it from its next start.`,
  );
  told('Texts that are sealed already stay under the older keys of that file: keep all of them.');
  return 0;
}
