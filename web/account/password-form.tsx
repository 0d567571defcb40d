import {
  Button,
  Group,
  Paper,
  PasswordInput,
  type PasswordInputProps,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { changePassword, listSignIns } from '#contract/account.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { useNotify } from '#web/ui/client/notify.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';

/** The field of the password that one has. */
export function PresentPassword(props: PasswordInputProps) {
  const { t } = useWords('account');
  return (
    <PasswordInput
      label={t('password.present')}
      autoComplete="current-password"
      dir="ltr"
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      {...props}
    />
  );
}

/** A new password in place of the present one. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords('account');
  const notify = useNotify();
  const { form, action, submit, problem } = useEndpointForm(changePassword, {
    initialValues: { present: '', next: '' },
    input: (values) => values,
    quiet: true,
    invalidates: [listSignIns],
    onDone: () => {
      form.reset();
      notify('good', t('password.changed'));
      onDone();
    },
  });
  const show = { 'aria-label': t('password.show') };
  return (
    <Paper withBorder p="md" component="section">
      <form noValidate onSubmit={submit}>
        <Stack gap="sm">
          <Title order={2} size="h3">
            {t('password.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('password.about')}
          </Text>
          <PresentPassword {...form.getInputProps('present')} />
          <PasswordInput
            label={t('password.next')}
            autoComplete="new-password"
            dir="ltr"
            visibilityToggleButtonProps={show}
            {...form.getInputProps('next')}
          />
          <ProblemAlert problem={problem} />
          <Group justify="flex-end">
            <Button type="submit" loading={action.isPending}>
              {t('password.change')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
