/** What a law may say of contact: the questions every pack answers. */
export const ASPECTS = ['hours', 'days', 'frequency', 'channels', 'third_parties'] as const;

export type Aspect = (typeof ASPECTS)[number];

/** The rules that say it, or where it was looked for in vain and when. */
export type Statement =
  | { readonly rules: readonly string[] }
  | { readonly none: string; readonly lookedOn: string };

/** What a pack says of each question; silence is an answer that somebody has looked for. */
export type Statements = Readonly<Record<Aspect, Statement>> & {
  /** Whether contact has to go through whoever the person appointed; absent: nobody has looked. */
  readonly representatives?: Statement;
};
