import { Button, type ButtonProps, Group, Popover, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from './words.ts';

type ConfirmButtonProps = ButtonProps & {
  readonly children: ReactNode;
  /** What will happen, asked before it does. */
  readonly question: ReactNode;
  /** The words of the button that does it; the same as `children` when absent. */
  readonly confirm?: ReactNode;
  readonly onConfirm: () => void;
};

/** A button that asks once more in place, for what cannot be withdrawn. */
export function ConfirmButton({
  children,
  question,
  confirm = children,
  onConfirm,
  ...rest
}: ConfirmButtonProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const answer = () => {
    setOpened(false);
    onConfirm();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      withArrow
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" {...rest} onClick={() => setOpened(true)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Text size="sm" component="div">
            {question}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('ui:cancel')}
            </Button>
            <Button color={rest.color ?? 'red'} onClick={answer} data-autofocus>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
