import type { EvaluationContext } from '../evaluation-context.ts';
import { says } from '../facts/loose-fields.ts';
import type { Finding } from '../pack.ts';

/** What a message or call may nowhere do; to announce a lawful action is not among it. */
const UNDIGNIFIED =
  /^(?!.*threat.*(suit|legal|court|action)).*(threat|ridicul|humiliat|harass|abus|constrain|embarrass|insult|sham(e|ing)|coerc|violen|obscen|intimidat|degrad|vexat)/;

/** What makes a paper look as if it came from a court. */
const COURT_LOOK =
  /court|judicial|legal_(process|document|claim|form)|simulat|summons|official_(document|look)/;

/** What tells the world of the debt. */
const PUBLICITY = /poster|public|sign_?board|envelope_reveals|sham(e|ing)/;

const MENDED: Finding = { releasing: ['content_mended'] };

/** Threats, ridicule, constraint: shut by every law of dignified treatment, as a rule's check. */
export function undignified({ content }: EvaluationContext): Finding | null {
  return says(content, UNDIGNIFIED) ? MENDED : null;
}

/** A message that looks like papers of a court, as a rule's check. */
export function courtLook({ content }: EvaluationContext): Finding | null {
  return says(content, COURT_LOOK) ? MENDED : null;
}

/** A message that others can read or are shown, as a rule's check. */
export function publicity({ content }: EvaluationContext): Finding | null {
  return says(content, PUBLICITY) ? MENDED : null;
}

/** The first of several checks that finds something. */
export function firstOf(
  ...checks: readonly ((moment: EvaluationContext) => Finding | null)[]
): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    for (const check of checks) {
      const finding = check(moment);
      if (finding) return finding;
    }
    return null;
  };
}
