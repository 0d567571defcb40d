import type { Evidence } from './evidence.ts';
import { instant, plain, table, text } from './evidence-words.ts';
import type { PaperBlock } from './paper.ts';

/** The documents of the record: what each is, its hash, and whether its file travels inside. */
export function everyDocument({ tables, enclosed }: Evidence): PaperBlock[] {
  return [
    { kind: 'heading', text: 'Documents' },
    table(
      ['Added', 'What', 'Name', 'SHA-256', 'File'],
      [2, 1.4, 2.6, 3.6, 1.6],
      tables['documents'] ?? [],
      (row) => [
        instant(row['added_at']),
        `${plain(row['kind'])} (${plain(row['about'])})`,
        text(row['title']),
        text(row['sha256']),
        fileWords(row, enclosed),
      ],
      'There is no document.',
    ),
  ];
}

function fileWords(row: Evidence['events'][number], enclosed: readonly string[]): string {
  if (row['removed_at']) return `removed ${instant(row['removed_at'])}`;
  return enclosed.includes(text(row['id'])) ? 'enclosed' : 'not enclosed';
}
