import type { EvaluationContext } from '../evaluation-context.ts';
import type { Finding } from '../pack.ts';

const MENDED: Finding = { releasing: ['content_mended'] };

/**
 * Threats, abuse, ridicule: shut by every law of dignified treatment, as a rule's check. To announce
 * a lawful action is not among it.
 */
export function undignified({ content }: EvaluationContext): Finding | null {
  const undignified = content?.threatens_harm || content?.abusive || content?.humiliates;
  return undignified ? MENDED : null;
}

/** A message that looks like papers of a court, as a rule's check. */
export function courtLook({ content }: EvaluationContext): Finding | null {
  return content?.resembles_court_document ? MENDED : null;
}

/** A message that others can read or are shown, as a rule's check. */
export function publicity({ content }: EvaluationContext): Finding | null {
  const shown = content?.visibility === 'public' || content?.envelope_reveals_debt;
  return shown || content?.humiliates ? MENDED : null;
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
