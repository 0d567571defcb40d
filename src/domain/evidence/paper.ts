/** A part of a document, from the top to the bottom of the page. */
export type PaperBlock =
  | { readonly kind: 'heading' | 'text' | 'note'; readonly text: string }
  /** Names and their values, one pair a line. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** `widths` are shares of the page's width. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** What stands in place of a table without rows. */
      readonly empty: string;
    };

/** A document as its content alone: what it says, not how it looks. */
export type Paper = {
  readonly title: string;
  /** Under the title: whom it is about and when it was made. */
  readonly about: string;
  /** At the foot of every page. */
  readonly foot: string;
  readonly blocks: readonly PaperBlock[];
};
