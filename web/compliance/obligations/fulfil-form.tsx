import { Button, Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import {
  fulfilmentWays,
  fulfilObligation,
  listObligations,
  readNotice,
} from '#contract/compliance/obligations.ts';
import { isNoticeOfDuty } from '#domain/strategy/notice-contact.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { WrittenIn } from '#web/ui/written-in.tsx';
import { hasNotice, type Obligation } from './obligation-view.ts';

type Part = OutputOf<typeof readNotice>['fields'][number];
type Way = (typeof fulfilmentWays)[number];

const electronicWays: readonly Way[] = ['email', 'sms'];

/** The parts of a notice that its law asks for when it is given so. */
function partsAsked(parts: readonly Part[], how: Way): readonly Part[] {
  return parts.filter(
    ({ required }) =>
      required === 'always' || (required === 'electronic' && electronicWays.includes(how)),
  );
}

/** The present minute as a field of date and time takes it. */
function minuteHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

type FulfilFormProps = { readonly obligation: Obligation; readonly onDone: () => void };

/** Says that an obligation was met: how, when, what stood in the notice, and what proves it. */
export function FulfilForm({ obligation, onDone }: FulfilFormProps) {
  const { t } = useWords('compliance');
  const { id: obligationId } = obligation;
  const asksParts = hasNotice(obligation);
  const isWritten = (by: Way) => by !== 'phone_call' && isNoticeOfDuty(obligation.kind);
  const notice = useEndpoint(readNotice, { obligationId }, { enabled: asksParts });
  const { form, action, submit, problem } = useEndpointForm(fulfilObligation, {
    initialValues: {
      how: 'letter' as Way,
      metAt: minuteHere(),
      reference: '',
      parts: {} as Record<string, boolean>,
      language: '',
    },
    input: ({ how, metAt, reference, parts, language }) => ({
      obligationId,
      how,
      metAt: metAt && new Date(metAt).toISOString(),
      reference,
      parts: Object.keys(parts).filter((key) => parts[key]),
      language: (isWritten(how) && language) || null,
    }),
    invalidates: [listObligations],
    onDone,
  });
  const { metAt, reference, how, parts } = form.values;
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NativeSelect
          label={t('obligation.how')}
          data={fulfilmentWays.map((way) => ({ value: way, label: t(`obligation.ways.${way}`) }))}
          {...form.getInputProps('how')}
        />
        <TextInput
          type="datetime-local"
          label={t('obligation.when')}
          max={minuteHere()}
          required
          {...form.getInputProps('metAt')}
        />
        <TextInput
          label={t('obligation.proof')}
          description={t('obligation.proofAbout')}
          maxLength={200}
          required
          {...form.getInputProps('reference')}
        />
        {isWritten(how) ? <WrittenIn {...form.getInputProps('language')} /> : null}
        {asksParts ? (
          <PartsFields
            asked={partsAsked(notice.data?.fields ?? [], how)}
            given={parts}
            errors={form.errors}
            onChange={(next) => {
              form.setFieldValue('parts', next);
              for (const key of Object.keys(next)) {
                if (next[key]) form.clearFieldError(`parts.${key}`);
              }
            }}
          />
        ) : null}
        <ProblemAlert problem={problem ?? notice.error} />
        <Button
          type="submit"
          loading={action.isPending}
          disabled={!reference.trim() || !metAt || (asksParts && !notice.data)}
        >
          {t('obligation.save')}
        </Button>
      </Stack>
    </form>
  );
}

type PartsFieldsProps = {
  readonly asked: readonly Part[];
  readonly given: Readonly<Record<string, boolean>>;
  readonly errors: Readonly<Record<string, unknown>>;
  readonly onChange: (given: Record<string, boolean>) => void;
};

/** Each part that the law asks for, to be ticked where it stood in the notice. */
function PartsFields({ asked, given, errors, onChange }: PartsFieldsProps) {
  const { t } = useWords('compliance');
  const ticked = asked.filter(({ key }) => given[key]).length;
  return (
    <Stack component="fieldset" gap={6} p={0} m={0} bd="none">
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('obligation.parts.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('obligation.parts.about')}
      </Text>
      <Checkbox
        label={t('obligation.parts.all')}
        checked={asked.length > 0 && ticked === asked.length}
        indeterminate={ticked > 0 && ticked < asked.length}
        onChange={({ currentTarget: { checked } }) =>
          onChange({ ...given, ...Object.fromEntries(asked.map(({ key }) => [key, checked])) })
        }
      />
      {asked.map(({ key, value, worded }) => (
        <Checkbox
          key={key}
          size="xs"
          ps="md"
          label={t([`notice.fields.${key}`, 'notice.fields.other'])}
          description={value === null && !worded ? t('obligation.parts.notInBook') : undefined}
          checked={given[key] ?? false}
          error={errors[`parts.${key}`] as string | undefined}
          onChange={({ currentTarget: { checked } }) => onChange({ ...given, [key]: checked })}
        />
      ))}
    </Stack>
  );
}
