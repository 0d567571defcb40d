import { connect } from '#storage/connect.ts';
import { resealTexts } from '#usecases/privacy/reseal-texts.ts';
import { readProcessConfig } from '../config.ts';
import { openDatabase } from '../postgres/start-database.ts';
import {
  keptTextKeys,
  openTextVault,
  textKeyFile,
  withNewKey,
  writeTextKeys,
} from '../text-keys.ts';

/**
 * `npm run rotate-text-key`: adds a key to the file of the keys of texts and seals every restricted text
 * anew with it, beside a running server or alone. Older keys stay in the file, for backups.
 */
export async function runRotateTextKey(told: (sentence: string) => void): Promise<number> {
  const config = readProcessConfig([]);
  const { dataFolder, databaseUrl } = config;
  const keys = withNewKey(keptTextKeys(config));
  writeTextKeys(textKeyFile(config), keys);
  const texts = openTextVault(keys);
  const database = await openDatabase({ dataFolder, databaseUrl, log: told });
  try {
    const { db, close } = connect(database.url, { poolSize: 2, applicationName: 'dunlin-texts' });
    try {
      const count = await resealTexts({ db, texts });
      told(
        `${count} texts are sealed with the new key. The older keys in ${textKeyFile(config)} open`,
      );
      told(
        'texts that a server seals meanwhile, and backups: keep them as long as there are such.',
      );
      return 0;
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}
