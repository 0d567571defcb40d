import type { VoicemailPlan } from '../facts/proposed-facts.ts';

/** What 1006.2(j)(2) lets a limited-content message say besides, by the word that names it. */
const OPTIONAL_PART: ReadonlySet<string> = new Set(
  `salutation greeting date dates time times representative representatives associate
    associates`.split(/\s+/),
);

/** Words that may stand around such a part and add nothing. */
const AROUND: ReadonlySet<string> = new Set(
  `a an the of and or to for on any another other our its suggested proposed possible call calls
    message reply replies return back current that may with speak spoken answered answer consumer
    statement`.split(/\s+/),
);

/** Every word is read: a part with one word that is not known is something else. */
function isOptionalPart(part: string): boolean {
  const words = part
    .toLowerCase()
    .split(/[\s_]+/)
    .filter((word) => word !== '');
  return (
    words.some((word) => OPTIONAL_PART.has(word)) &&
    words.every((word) => OPTIONAL_PART.has(word) || AROUND.has(word))
  );
}

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
    partsBesides(plan).every(isOptionalPart)
  );
}
