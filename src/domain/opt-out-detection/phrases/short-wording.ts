import type { Wording } from '../wording.ts';

type Short = {
  readonly language: string;
  readonly optOut: string;
  readonly optIn?: string;
  readonly help?: string;
  readonly courtesy?: string;
  readonly sure?: string;
  /** How one says that somebody died. */
  readonly deceased?: string;
  /** How one says to be under age, and to be ill. */
  readonly minor?: string;
  readonly health?: string;
};

/** A language in which keywords and the plainest requests are read, and nothing finer. */
export function shortWording({
  language,
  optOut,
  optIn,
  help,
  courtesy,
  sure,
  deceased,
  minor,
  health,
}: Short): Wording {
  const none = '';
  return {
    ...{ language, words: {}, courtesy: courtesy ?? none, sure: sure ?? none, unsure: none },
    keywords: { optOut, optIn: optIn ?? none, help: help ?? none },
    ...{ lookAlikes: none, doubts: '(?!)', onlyThen: none, media: {}, here: none },
    ...{
      everything: none,
      also: {
        ...(deceased === undefined ? {} : { deceased }),
        ...(minor === undefined ? {} : { minor }),
        ...(health === undefined ? {} : { health }),
      },
      fix: none,
      leave: none,
    },
  };
}
