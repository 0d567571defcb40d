/** What a right-party check may ask; the right answers come from the book. */
export const questions = ['postal-code', 'birth-year', 'reference-end', 'city'] as const;

export type Question = (typeof questions)[number];

/** What the book knows of a customer that can be asked for. */
export type KnownFacts = {
  readonly postalCode: string | null;
  /** ISO date. */
  readonly birthDate: string | null;
  readonly reference: string;
  readonly city: string | null;
};

/** Settings of a portfolio: right answers needed, and wrong ones after which the check has failed. */
export type VerificationPolicy = {
  readonly questions: readonly Question[];
  readonly answersNeeded: number;
  readonly wrongAllowed: number;
};

/** Two of four answers, and a second wrong answer ends it. */
export const defaultVerification: VerificationPolicy = {
  questions,
  answersNeeded: 2,
  wrongAllowed: 2,
};

/** Letters of a reference that are asked for. */
const referenceEnd = 4;

/** The right answer, or null when the book does not know it (then it is not asked). */
export function rightAnswer(question: Question, known: KnownFacts): string | null {
  switch (question) {
    case 'postal-code':
      return known.postalCode;
    case 'birth-year':
      return known.birthDate?.slice(0, 4) ?? null;
    case 'reference-end':
      return known.reference.length >= referenceEnd ? known.reference.slice(-referenceEnd) : null;
    case 'city':
      return known.city;
  }
}

/** The questions that can be asked of this customer, in the policy's order. */
export function askable(policy: VerificationPolicy, known: KnownFacts): readonly Question[] {
  return policy.questions.filter((question) => rightAnswer(question, known) !== null);
}

/** Whether an answer is right: case, accents, spaces and punctuation do not matter. */
export function isRight(question: Question, known: KnownFacts, answer: string): boolean {
  const right = rightAnswer(question, known);
  return right !== null && plain(right) !== '' && plain(right) === plain(answer);
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase();
}

/** Where a check stands after the answers so far; `asked` holds the latest result by question. */
export function verificationState(
  policy: VerificationPolicy,
  asked: readonly { readonly question: string; readonly passed: boolean }[],
): 'open' | 'verified' | 'failed' {
  const right = new Set(asked.filter(({ passed }) => passed).map(({ question }) => question));
  const wrong = asked.filter(({ passed }) => !passed).length;
  if (wrong >= policy.wrongAllowed) return 'failed';
  return right.size >= policy.answersNeeded ? 'verified' : 'open';
}

/** Whether a text names a verification question. */
export function isQuestion(text: string): text is Question {
  return (questions as readonly string[]).includes(text);
}
