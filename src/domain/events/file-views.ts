/** Ways to open the file of one customer, each named by what is opened. */
export const fileViews = ['case', 'conversation', 'decision', 'obligation', 'task'] as const;

/** One of `fileViews`. */
export type FileView = (typeof fileViews)[number];

/** The fields of a question that lead to the file of a customer, and what is opened by each. */
export const fileFields: Readonly<Record<string, FileView>> = {
  caseId: 'case',
  conversationId: 'conversation',
  decisionId: 'decision',
  obligationId: 'obligation',
  taskId: 'task',
};
