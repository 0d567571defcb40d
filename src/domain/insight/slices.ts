/** Rows of one page. */
export const pageRows = 50;

/** Rows that a file holds at most. */
const fileRows = 50_000;

/** Which of the rows behind a figure to read. */
export type Slice = { readonly offset: number; readonly limit: number };

/** The rows of a page, counted from 0. */
export function pageSlice(page: number): Slice {
  return { offset: page * pageRows, limit: pageRows };
}

/** All rows, as many as a file holds. */
export const fileSlice: Slice = { offset: 0, limit: fileRows };
