import { daysBetween, type LocalDate } from '#kernel/time.ts';

/** Facts that fill the placeholders of a text. */
export type WordFacts = Record<string, string | number | boolean | null>;

/** One reason of a rank and the points it gives. */
export type RankLine = { code: string; points: number; facts: WordFacts };

/** The lines of a rank as they were written when it was made. */
export function rankOf(why: unknown): RankLine[] {
  if (!Array.isArray(why)) return [];
  return why.flatMap((line: Record<string, unknown>) =>
    typeof line['code'] === 'string' && typeof line['points'] === 'number'
      ? [
          {
            code: line['code'],
            points: line['points'],
            facts: (line['facts'] as WordFacts | undefined) ?? {},
          },
        ]
      : [],
  );
}

/** The lines with the age of today: a rank is stored again only when its points change. */
export function withAge(rank: RankLine[], dueOn: LocalDate | null, today: LocalDate) {
  if (dueOn === null) return rank;
  const days = daysBetween(dueOn, today);
  return rank.map((line) =>
    line.code === 'age' ? { ...line, facts: { ...line.facts, days } } : line,
  );
}
