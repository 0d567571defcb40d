import { TextInput } from '@mantine/core';
import { revokeConsent } from '#contract/compliance/consents.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import { instantOf, LogForm } from './log-form.tsx';

type RevokeFormProps = {
  readonly caseId: string;
  readonly consentId: string;
  readonly onClose: () => void;
};

/** Says that a consent was withdrawn, and when that reached us. */
export function RevokeForm({ caseId, consentId, onClose }: RevokeFormProps) {
  const { t } = useWords('contact-log');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(revokeConsent, {
    initialValues: { source: '', receivedAt: '' },
    input: ({ source, receivedAt }) => ({
      caseId,
      consentId,
      receivedAt: instantOf(receivedAt),
      source: source.trim(),
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('consent.revoked'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('consent.revoke')}
      submit={t('consent.revoke')}
      isReady={form.values.source.trim() !== ''}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('form.source')}
        maxLength={200}
        required
        dir="auto"
        {...form.getInputProps('source')}
        autoFocus
      />
      <TextInput
        type="datetime-local"
        label={t('form.received')}
        description={t('form.nowWhenEmpty')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('receivedAt')}
      />
    </LogForm>
  );
}
