import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { createUser, listUsers } from '#contract/admin/admin.ts';
import { useEndpointForm } from '#web/ui/client/form.ts';
import { type Language, languages, useWords } from '#web/ui/words.ts';
import { AdminProblem } from '../admin-problem.tsx';
import { type Held, RoleEditor } from './role-editor.tsx';

type NewUserProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Made: the name, and the password to show once. */
  readonly onMade: (name: string, password: string) => void;
};

type Values = { name: string; email: string; language: Language; roles: Held[] };

const empty: Values = {
  name: '',
  email: '',
  language: 'en',
  roles: [{ role: 'agent', portfolioId: null }],
};

/** A form for a new user. */
export function NewUser({ opened, onClose, onMade }: NewUserProps) {
  const { t } = useWords('admin');
  const { form, action, submit, problem } = useEndpointForm(createUser, {
    initialValues: empty,
    input: (values) => ({ ...values, email: values.email.trim() }),
    invalidates: [listUsers],
    onDone: ({ password }, { name }) => {
      form.reset();
      onMade(name, password);
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('user.new')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('user.name')}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('user.email')}
            type="email"
            dir="ltr"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <NativeSelect
            label={t('user.language')}
            data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('language')}
          />
          <RoleEditor
            held={form.values.roles}
            onChange={(roles) => form.setFieldValue('roles', roles)}
          />
          <AdminProblem problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={action.isPending}>
              {t('user.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
