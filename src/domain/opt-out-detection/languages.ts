import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { he } from './phrases/he.ts';
import { hi } from './phrases/hi.ts';
import { id } from './phrases/id.ts';
import { it } from './phrases/it.ts';
import { pt } from './phrases/pt.ts';
import { shortWordings } from './phrases/short.ts';
import { europeanWordings } from './phrases/short-europe.ts';
import type { Wording } from './wording.ts';

/** Every language in which requests are read, in the order in which they are tried. */
export const allWordings: readonly Wording[] = [
  ...[en, es, he, fr, pt, de, it, hi, id],
  ...shortWordings,
  ...europeanWordings,
];
