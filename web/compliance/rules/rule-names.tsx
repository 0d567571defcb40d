import { ownValue } from '#kernel/own-value.ts';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import classes from '../compliance.module.css';

/** What rules say, by id. */
export type Titles = Readonly<Record<string, string>>;

type RuleNamesProps = { readonly ids: readonly string[]; readonly titles: Titles | undefined };

/** Rules by what they say, one a line; id and legal title stand behind each for those who cite it. */
export function RuleNames({ ids, titles }: RuleNamesProps) {
  const plainOf = usePlainRules();
  if (ids.length === 0) return '–';
  return (
    <span className={classes.ruleNames}>
      {ids.map((id) => {
        const title = ownValue(titles ?? {}, id) ?? id;
        return (
          <span key={id} title={title === id ? id : `${id} · ${title}`}>
            {plainOf(id)?.says ?? <bdi lang="en">{title}</bdi>}
          </span>
        );
      })}
    </span>
  );
}
