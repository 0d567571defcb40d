import { Button, NativeSelect, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { grantOverride } from '#contract/compliance/overrides.ts';
import { type OverrideFactor, overrideFactors } from '#domain/contact/override-factors.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from './case-news.ts';
import { LogForm } from './log/log-form.tsx';

/** Evidence shorter than this shows nothing. */
const evidenceLeast = 20;
const evidenceMost = 2000;

type LetPassProps = { readonly caseId: string; readonly contactPointId: string };

/** Lets one contact pass that only presumptions stand against: a named factor, and what shows it. */
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
  const tell = useNotify();
  const [factor, setFactor] = useState<OverrideFactor | ''>('');
  const [evidence, setEvidence] = useState('');
  const grant = useAction(grantOverride, {
    invalidates: caseReads,
    quiet: true,
    onDone: () => {
      tell('good', t('letPass.done'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('letPass.title')}
      submit={t('letPass.act')}
      isReady={factor !== '' && evidence.trim().length >= evidenceLeast}
      isBusy={grant.isPending}
      problem={grant.error}
      onSubmit={() => {
        if (factor) grant.mutate({ caseId, contactPointId, factor, evidence: evidence.trim() });
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('letPass.about')}</Text>
      <NativeSelect
        label={t('letPass.factor')}
        description={factor ? t(`letPass.meaning.${factor}`) : t('letPass.noDeadline')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={factor}
        onChange={({ currentTarget: { value } }) =>
          setFactor(overrideFactors.find((one) => one === value) ?? '')
        }
        data={[
          { value: '', label: t('letPass.choose') },
          ...overrideFactors.map((value) => ({ value, label: t(`letPass.factors.${value}`) })),
        ]}
        autoFocus
      />
      <Textarea
        label={t('letPass.evidence')}
        description={t('letPass.evidenceAbout', { count: evidenceLeast })}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
        maxLength={evidenceMost}
        autosize
        minRows={2}
        dir="auto"
      />
    </LogForm>
  );
}
