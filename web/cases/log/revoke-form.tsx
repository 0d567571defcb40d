import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { revokeConsent } from '#contract/compliance/consents.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import { LogForm } from './log-form.tsx';

type RevokeFormProps = {
  readonly caseId: string;
  readonly consentId: string;
  readonly onClose: () => void;
};

/** Says that a consent was taken back, and when that reached us. */
export function RevokeForm({ caseId, consentId, onClose }: RevokeFormProps) {
  const { t } = useWords('contact-log');
  const tell = useNotify();
  const [received, setReceived] = useState('');
  const [source, setSource] = useState('');
  const save = useAction(revokeConsent, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('consent.revoked'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('consent.revoke')}
      submit={t('consent.revoke')}
      isReady={source.trim() !== ''}
      isBusy={save.isPending}
      problem={save.error}
      onSubmit={() =>
        save.mutate({
          caseId,
          consentId,
          receivedAt: received ? new Date(received).toISOString() : null,
          source: source.trim(),
        })
      }
      onClose={onClose}
    >
      <TextInput
        label={t('form.source')}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        maxLength={200}
        required
        dir="auto"
        autoFocus
      />
      <TextInput
        type="datetime-local"
        label={t('form.received')}
        description={t('form.nowWhenEmpty')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={received}
        onChange={(event) => setReceived(event.currentTarget.value)}
      />
    </LogForm>
  );
}
