import { Alert } from '@mantine/core';
import { ownValue } from '#kernel/own-value.ts';
import { ApiProblem } from '#web/ui/client/api.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

/** Refusals of this area that deserve a sentence of their own, by the fact that tells them. */
const ownSentences: Readonly<Record<string, string>> = {
  'another-administrator': 'problem.lastAdministrator',
  'role-by-another': 'problem.roleByAnother',
  'email-taken': 'problem.emailTaken',
  'connection-changed': 'problem.connectionChanged',
  'files-in-use': 'problem.filesInUse',
  'proposed-already': 'problem.proposedAlready',
  'policy-changed': 'problem.policyChanged',
  'transfer-barred': 'problem.transferBarred',
  'nothing-changes': 'problem.nothingChanges',
};

/** A refusal or failure in words; nothing for null. */
export function AdminProblem({ problem }: { readonly problem: unknown }) {
  const { t } = useWords('admin');
  const facts = problem instanceof ApiProblem ? problem.facts : {};
  const sentence = ownValue(ownSentences, String(facts['needs'] ?? facts['reason']));
  if (!sentence) return <ProblemAlert problem={problem} />;
  return (
    <Alert role="alert" color="yellow" variant="light">
      {t(sentence)}
    </Alert>
  );
}
