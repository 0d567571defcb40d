/** What a person may say beside a request about being contacted, or instead of one. */
export type AlsoSaid =
  | 'deceased'
  | 'cease'
  | 'dispute'
  /** Says that the debt, or a part of it, was paid. */
  | 'paid'
  | 'attorney'
  | 'bankruptcy'
  | 'wrong_person'
  /** Speaks of suicide, of harming themselves, or of danger to life from others. */
  | 'danger'
  /** Says that somebody made them take the debt on. */
  | 'coerced_debt'
  /** Says to be under age. */
  | 'minor'
  /** Speaks of an illness, or of a stay in hospital. */
  | 'health'
  | 'inconvenient_time';

/** A medium that words may name. */
export type NamedMedium = 'phone_call' | 'sms' | 'email' | 'letter' | 'messaging';

/**
 * How one language asks for contact to stop: lists only, no code.
 *
 * A pattern is a regular expression over words as `fold` leaves them (small letters, no accents, one
 * space between words), one to a line; a line that ends in `|` goes on in the next. `<name>` stands
 * for a class of `words`, `_` for one word, `~` for up to three. None crosses the end of a sentence.
 */
export type Wording = {
  /** ISO 639-1. */
  readonly language: string;
  /** Classes of words, with `|` between. */
  readonly words: Readonly<Record<string, string>>;
  /** Whole messages that are a request by themselves, with `|` between. */
  readonly keywords: {
    readonly optOut: string;
    readonly optIn: string;
    readonly help: string;
  };
  /** Words that may stand around a keyword and change nothing. */
  readonly courtesy: string;
  /** Patterns that say it outright. */
  readonly sure: string;
  /** Patterns by which a reasonable person might mean it. */
  readonly unsure: string;
  /** Patterns that look like one of these and ask for nothing: taken out before the search. */
  readonly lookAlikes: string;
  /** Words that make the request after them a condition, a denial or a tale, with `|` between. */
  readonly doubts: string;
  /** Patterns that ask to be left alone at some time or place only: found first, and taken out. */
  readonly onlyThen: string;
  /** Words that name a medium. */
  readonly media: Readonly<Partial<Record<NamedMedium, string>>>;
  /** Words that name this one number or address. */
  readonly here: string;
  /** Words that name no medium: every kind of contact is meant. */
  readonly everything: string;
  /** Patterns of what else a collector must hear. */
  readonly also: Readonly<Partial<Record<Exclude<AlsoSaid, 'inconvenient_time'>, string>>>;
  /** Words that are fixed when misspelt. */
  readonly fix: string;
  /** Words a letter away from those above that mean something else. */
  readonly leave: string;
};
