import type { VoicemailPlan } from '../facts/proposed-facts.ts';

/** What 1006.2(j)(2) lets a limited-content message say besides. */
const OPTIONAL_PART =
  /^(a )?(salutation|greeting)|^(the )?(date|time)( of (the )?(call|message))?$|date(.and.|_)time|suggested.*(date|time)|(any|another)[ _](representative|associate)|representative_or_associate/;

/** What is said besides, whether the source lists it, names it or only says that there is something. */
function partsBesides({ other_content: besides }: VoicemailPlan): readonly string[] {
  if (!besides) return [];
  if (besides === true) return ['not named'];
  return typeof besides === 'string' ? [besides] : besides;
}

/** Exactly the parts of 12 CFR 1006.2(j)(1) and nothing beyond 1006.2(j)(2). */
export function isLimitedContent(plan: VoicemailPlan): boolean {
  return (
    Boolean(plan.business_name) &&
    plan.name_reveals_collector !== true &&
    plan.requests_reply === true &&
    plan.contact_person_named === true &&
    plan.callback_number === true &&
    partsBesides(plan).every((part) => OPTIONAL_PART.test(part.toLowerCase()))
  );
}
