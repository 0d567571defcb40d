import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectFolder } from '#boot/config.ts';

/** A message with the language it is in. */
export type Written = { readonly language: string; readonly text: string };

const folder = join(projectFolder, 'test/data');

/** Messages a debtor might write: every second line was looked at while the lists were made. */
export function ownWords(file: 'refusals' | 'others'): {
  readonly tuned: readonly Written[];
  readonly heldOut: readonly Written[];
} {
  const lines = readFileSync(join(folder, `wording/${file}.tsv`), 'utf8')
    .trim()
    .split('\n');
  const all = lines.map((line): Written => {
    const [language = '', text = ''] = line.split('\t');
    return { language, text };
  });
  return {
    tuned: all.filter((_, at) => at % 2 === 0),
    heldOut: all.filter((_, at) => at % 2 === 1),
  };
}

/** Real text messages between people, and spam; none is an answer to a collector. */
export function realMessages(label: 'ham' | 'spam'): readonly Written[] {
  const rows: Record<string, string>[] = parse(
    readFileSync(join(folder, 'sms-messages/messages.csv'), 'utf8'),
    { columns: true },
  );
  return rows
    .filter((row) => row['label'] === label)
    .map((row) => ({ language: 'en', text: row['text'] ?? '' }));
}
