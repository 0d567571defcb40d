import { ActionIcon, Group, Paper, Popover, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { InfoIcon } from '../icons.tsx';
import classes from '../kit.module.css';
import type { Tone } from '../theme.ts';
import { useWords } from '../words.ts';

type StatProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** How the value is computed, in words, with the formula's id. */
  readonly formula?: ReactNode;
  /** A second line: a comparison, a ceiling, the period. */
  readonly note?: ReactNode;
  readonly tone?: Tone;
  /** Opens the rows the value was computed from. */
  readonly onOpen?: () => void;
};

/** One figure with its name, how it is computed, and a way down to its rows. */
export function Stat({ label, value, formula, note, tone = 'neutral', onOpen }: StatProps) {
  const { t } = useWords();
  const figure = (
    <>
      <span className={classes.statValue} data-tone={tone}>
        {value}
      </span>
      {onOpen ? <span className={classes.unseen}> {t('ui:stat.rows', { label })}</span> : null}
    </>
  );
  return (
    <Paper withBorder className={classes.stat}>
      <Group justify="space-between" wrap="nowrap" gap={4} mih={22}>
        <Text size="xs" c="dimmed" fw={500}>
          {label}
        </Text>
        {formula ? (
          <Popover width={320} position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
            <Popover.Target>
              <ActionIcon size="sm" aria-label={t('ui:stat.how', { label })}>
                <InfoIcon size={14} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown aria-label={t('ui:stat.how', { label })}>
              <Text size="sm" component="div">
                {formula}
              </Text>
            </Popover.Dropdown>
          </Popover>
        ) : null}
      </Group>
      {onOpen ? (
        <UnstyledButton className={classes.statOpen} onClick={onOpen}>
          {figure}
        </UnstyledButton>
      ) : (
        <div>{figure}</div>
      )}
      {note ? (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      ) : null}
    </Paper>
  );
}
