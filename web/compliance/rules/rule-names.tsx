import { ownValue } from '#kernel/own-value.ts';
import classes from '../compliance.module.css';

/** What rules say, by id. */
export type Titles = Readonly<Record<string, string>>;

type RuleNamesProps = { readonly ids: readonly string[]; readonly titles: Titles | undefined };

/** Rules by what they say, one a line; the id stands behind each for those who cite it. */
export function RuleNames({ ids, titles }: RuleNamesProps) {
  if (ids.length === 0) return '–';
  return (
    <span className={classes.ruleNames} lang="en" dir="auto">
      {ids.map((id) => (
        <span key={id} title={id}>
          {ownValue(titles ?? {}, id) ?? id}
        </span>
      ))}
    </span>
  );
}
