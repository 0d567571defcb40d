/** Ways to open the file of one customer, each named by what is opened. */
export const fileViews = ['case', 'conversation', 'decision', 'obligation', 'task'] as const;

/** One of `fileViews`. */
export type FileView = (typeof fileViews)[number];
