import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { pt } from './pt.ts';
import type { Wording } from './wording.ts';

/** Every language in which wishes are read, in the order in which they are tried. */
export const allWordings: readonly Wording[] = [en, es, he, fr, pt, de, it, hi, id];
