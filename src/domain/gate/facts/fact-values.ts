/** The forms of the fields of facts. Absent and null both mean: not known, nothing to tell. */

export type Text = string | null | undefined;
export type Flag = boolean | null | undefined;
export type Texts = readonly string[] | null | undefined;
/** Something listed, in words, or only that there is something. */
export type Besides = Texts | string | boolean;
