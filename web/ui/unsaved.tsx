import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useWords } from './words.ts';

/** Asks before what was typed and not saved is lost. */
type Unsaved = {
  /** Does what would lose it, after asking while there is something to lose. */
  readonly leave: (go: () => void) => void;
  /** The question; stands anywhere on the screen. */
  readonly question: ReactNode;
};

/** Holds back every way off the screen while `dirty`: links, the browser's own, and `leave`. */
export function useUnsaved(dirty: boolean): Unsaved {
  const [going, setGoing] = useState<(() => void) | null>(null);
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  const isBlocked = blocker.status === 'blocked';
  const stay = () => {
    setGoing(null);
    if (isBlocked) blocker.reset();
  };
  const leave = () => {
    going?.();
    setGoing(null);
    if (isBlocked) blocker.proceed();
  };
  return {
    leave: (go) => (dirty ? setGoing(() => go) : go()),
    question: <Question opened={isBlocked || going !== null} stay={stay} leave={leave} />,
  };
}

type QuestionProps = {
  readonly opened: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
};

function Question({ opened, stay, leave }: QuestionProps) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={stay}
      title={t('ui:unsaved.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('ui:unsaved.about')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={stay} data-autofocus>
            {t('ui:unsaved.stay')}
          </Button>
          <Button color="red" onClick={leave}>
            {t('ui:unsaved.leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
