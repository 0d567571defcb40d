import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '#web/ui/words.ts';

type FirstPasswordProps = {
  readonly name: string;
  /** Null: nothing to show. */
  readonly password: string | null;
  readonly onClose: () => void;
};

/** A password that is shown this once. */
export function FirstPassword({ name, password, onClose }: FirstPasswordProps) {
  const { t } = useWords('admin');
  return (
    <Modal
      opened={password !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('password.title', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('password.about')}</Text>
        <Group gap="sm">
          <Code fz="lg" px="sm" py={6} dir="ltr">
            {password}
          </Code>
          <CopyButton value={password ?? ''}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'password.copied' : 'password.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('password.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
