/** Keeps words readable only with keys that the database does not hold. */
export type TextVault = {
  /** Seals words with the newest key; `about` binds them to whose they are. */
  readonly seal: (words: string, about: string) => string;
  /** The words of a sealed text; a text that is not sealed as it is; `lockedMark` without its key. */
  readonly open: (text: string, about: string) => string;
  /** A hash that nobody can try values against without the key, which never changes. */
  readonly digest: (text: string) => Buffer;
};

/** Stands where words are sealed with a key that is not here. */
export const lockedMark = '[sealed: the key is not here]';
