import { Group, Paper, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense, useEffect, useId } from 'react';
import classes from './kit.module.css';
import { namePage } from './page-title.ts';
import { Loading } from './states.tsx';

type PanelProps = {
  readonly title?: ReactNode;
  /** Buttons or figures at the end of the title line. */
  readonly aside?: ReactNode;
  /** True when the content brings its own edges, as a table does. */
  readonly flush?: boolean;
  readonly children: ReactNode;
};

/**
 * A titled part of a screen, a region for screen readers. What it still waits for (words, code) keeps
 * only this part back: the keys and the focus of the rest of the screen stay.
 */
export function Panel({ title, aside, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <Paper
      component="section"
      withBorder
      className={classes.panel}
      aria-labelledby={title ? id : undefined}
    >
      {title || aside ? (
        <Group justify="space-between" className={classes.panelHead} gap="xs">
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside ? (
            <Group gap="xs" wrap="nowrap">
              {aside}
            </Group>
          ) : null}
        </Group>
      ) : null}
      <div className={flush ? classes.panelFlush : classes.panelBody}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </div>
    </Paper>
  );
}

type PageHeadProps = {
  /** Also the browser's page title. */
  readonly title: string;
  readonly about?: ReactNode;
  /** Buttons of the page. */
  readonly children?: ReactNode;
};

/** The one heading of a screen; it names the browser tab too. */
export function PageHead({ title, about, children }: PageHeadProps) {
  useEffect(() => namePage(title), [title]);
  return (
    <Group justify="space-between" align="flex-end" gap="sm">
      <div>
        <Title order={1}>
          <bdi>{title}</bdi>
        </Title>
        {about ? (
          <Text c="dimmed" size="sm">
            {about}
          </Text>
        ) : null}
      </div>
      {children ? <Group gap="xs">{children}</Group> : null}
    </Group>
  );
}
