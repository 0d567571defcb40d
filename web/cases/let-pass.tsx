import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { askOverride } from '#contract/compliance/overrides.ts';
import { type OverrideFactor, overrideFactors } from '#domain/contact/override-factors.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from './case-news.ts';
import { LogForm } from './log/log-form.tsx';

/** Evidence shorter than this shows nothing. */
const evidenceLeast = 20;
const evidenceMost = 2000;

type LetPassProps = { readonly caseId: string; readonly contactPointId: string };

/** Asks that one contact passes that only presumptions stand against: a factor, and what shows it. */
export function LetPass(props: LetPassProps) {
  const { t } = useWords('cases');
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <LetPassForm {...props} onClose={() => setOpen(false)} />;
  return (
    <Button variant="default" mt="xs" onClick={() => setOpen(true)}>
      {t('letPass.open')}
    </Button>
  );
}

function LetPassForm(props: LetPassProps & { readonly onClose: () => void }) {
  const { caseId, contactPointId, onClose } = props;
  const { t } = useWords('cases');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(askOverride, {
    initialValues: { factor: '' as OverrideFactor | '', evidence: '' },
    input: ({ factor, evidence }) => ({
      caseId,
      contactPointId,
      // The button is shut until one is chosen; the schema refuses what is left empty.
      factor: factor as OverrideFactor,
      evidence: evidence.trim(),
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('letPass.done'));
      onClose();
    },
  });
  const { factor, evidence } = form.values;
  return (
    <LogForm
      label={t('letPass.title')}
      submit={t('letPass.act')}
      isReady={factor !== '' && evidence.trim().length >= evidenceLeast}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{t('letPass.about')}</Text>
      <NativeSelect
        label={t('letPass.factor')}
        description={factor ? t(`letPass.meaning.${factor}`) : t('letPass.noDeadline')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('factor')}
        data={[
          { value: '', label: t('letPass.choose') },
          ...overrideFactors.map((value) => ({ value, label: t(`letPass.factors.${value}`) })),
        ]}
        autoFocus
      />
      <Textarea
        label={t('letPass.evidence')}
        description={t('letPass.evidenceAbout', { count: evidenceLeast })}
        maxLength={evidenceMost}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('evidence')}
      />
    </LogForm>
  );
}
