import { Alert, Badge, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { ApiProblem } from './client/api.ts';
import { problemWords } from './client/problem-words.ts';
import { InfoIcon, ReloadIcon, WarnIcon } from './icons.tsx';
import classes from './kit.module.css';
import { RefusedContact } from './rule-words.tsx';
import { type Tone, toneColor } from './theme.ts';
import { useWords } from './words.ts';

/** A state in one or two words; the tone repeats in colour what the words say. */
export function State({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Badge color={toneColor[tone]} className={classes.state}>
      {children}
    </Badge>
  );
}

type EmptyStateProps = {
  readonly title: string;
  readonly about?: ReactNode;
  /** What the reader can do about it. */
  readonly children?: ReactNode;
};

/** Says that there is nothing, why, and what to do next. */
export function EmptyState({ title, about, children }: EmptyStateProps) {
  return (
    <Stack className={classes.empty} align="center" gap="xs">
      <Text fw={600}>{title}</Text>
      {about ? (
        <Text c="dimmed" size="sm" maw={420} ta="center">
          {about}
        </Text>
      ) : null}
      {children}
    </Stack>
  );
}

/** Grey lines in the place of what is being read. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useWords();
  return (
    <Stack gap="xs" role="status" aria-label={t('ui:loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <Skeleton key={line} height={14} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

type ProblemAlertProps = {
  /** What a read or write failed with; nothing is shown for null. */
  readonly problem: unknown;
  readonly onRetry?: () => void;
};

/** A refusal (amber: the rules say no) or a failure (red: ours) in words, with what led to it. */
export function ProblemAlert({ problem, onRetry }: ProblemAlertProps) {
  const { t, locale } = useWords();
  if (!problem) return null;
  const refused = problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500;
  const instance = problem instanceof ApiProblem ? problem.instance : null;
  return (
    <Alert
      role="alert"
      variant="light"
      color={toneColor[refused ? 'warn' : 'bad']}
      icon={refused ? <InfoIcon /> : <WarnIcon />}
    >
      <Stack gap={6} align="flex-start">
        <Text size="sm">{problemWords(t, problem, locale)}</Text>
        <ProblemList problem={problem} />
        {refused ? (
          <Suspense>
            <RefusedContact problem={problem} />
          </Suspense>
        ) : null}
        {instance && !refused ? (
          <Text size="xs">{t('ui:problem.reference', { id: instance })}</Text>
        ) : null}
        {onRetry ? (
          <Button variant="default" leftSection={<ReloadIcon />} onClick={onRetry}>
            {t('ui:retry')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** The single faults of an input that was refused as a whole. */
function ProblemList({ problem }: { readonly problem: unknown }) {
  const faults = problem instanceof ApiProblem ? problem.facts.problems : undefined;
  if (!Array.isArray(faults) || faults.length === 0) return null;
  return (
    <List size="xs">
      {faults.map(({ path, message }: { path: string; message: string }) => (
        <List.Item key={`${path} ${message}`}>
          {path}: {message}
        </List.Item>
      ))}
    </List>
  );
}

/** A failure in the place of the content that could not be read. */
export function ErrorState({ problem, onRetry }: ProblemAlertProps) {
  return (
    <Group p="md" grow>
      <ProblemAlert problem={problem} onRetry={onRetry} />
    </Group>
  );
}
