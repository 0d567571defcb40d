import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { reviewVulnerable } from '#contract/customers.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { daysLater, todayHere } from '#web/ui/days.ts';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import { LogForm } from '../log/log-form.tsx';

const outcomes = ['stays', 'cleared'] as const;

/** Days until somebody looks again, unless another date is chosen. */
const usualReviewDays = 30;

type ReviewProps = { readonly caseId: string; readonly onClose: () => void };

/** Whether a customer is still vulnerable: until when it is looked at again, or that it is over. */
export function ReviewVulnerable({ caseId, onClose }: ReviewProps) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const notify = useNotify();
  const today = todayHere();
  const { form, action, submit, problem } = useEndpointForm(reviewVulnerable, {
    initialValues: {
      outcome: 'stays' as (typeof outcomes)[number],
      why: '',
      reviewOn: daysLater(today, usualReviewDays),
    },
    input: ({ outcome, why, reviewOn }) => ({
      ...{ caseId, outcome, why: why.trim() },
      reviewOn: outcome === 'stays' ? reviewOn : null,
    }),
    invalidates: caseReads,
    onDone: () => {
      notify('good', t('vulnerable.done'));
      onClose();
    },
  });
  return (
    <LogForm
      label={t('vulnerable.review')}
      submit={t('vulnerable.review')}
      isBusy={action.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('vulnerable.outcome')}
        data={outcomes.map((value) => ({ value, label: t(`vulnerable.${value}`) }))}
        {...form.getInputProps('outcome')}
        autoFocus
      />
      <Textarea
        label={t('vulnerable.why')}
        maxLength={4000}
        autosize
        minRows={2}
        dir="auto"
        {...form.getInputProps('why')}
      />
      {form.values.outcome === 'stays' ? (
        <TextInput
          type="date"
          label={words('holds.review')}
          min={today}
          {...form.getInputProps('reviewOn')}
        />
      ) : null}
    </LogForm>
  );
}
