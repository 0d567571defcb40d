import { Button, FileButton, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { type readPortfolios, uploadFile } from '#contract/intake.ts';
import { type OutputOf, requestOf, upload } from '#web/ui/client/api.ts';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from '../office.module.css';

type FileStepProps = {
  readonly portfolios: OutputOf<typeof readPortfolios>['portfolios'];
  readonly portfolioId: string;
  readonly onPortfolio: (id: string) => void;
  readonly isBusy: boolean;
  readonly onSent: (importId: string) => void;
};

/** Chooses the portfolio and sends a file, dropped or picked. */
export function FileStep({ portfolios, portfolioId, onPortfolio, isBusy, onSent }: FileStepProps) {
  const { t } = useWords('office');
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isOver, setOver] = useState(false);
  const send = (file: File | null | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.append('file', file);
    setProblem(null);
    setShare(0);
    const { url } = requestOf(uploadFile, { portfolioId });
    upload(url, form, setShare)
      .then(
        (answer) => onSent((answer as OutputOf<typeof uploadFile>).importId),
        (error: unknown) => setProblem(error),
      )
      .finally(() => setShare(null));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };
  const isSending = share !== null || isBusy;
  return (
    <Panel title={t('step.file')}>
      <Stack gap="md">
        <NativeSelect
          label={t('portfolio.title')}
          value={portfolioId}
          onChange={({ currentTarget }) => onPortfolio(currentTarget.value)}
          data={portfolios.map(({ id, name, currency }) => ({
            value: id,
            label: `${name} (${currency})`,
          }))}
          maw={360}
        />
        <section
          className={classes.drop}
          data-over={isOver || undefined}
          aria-label={t('file.drop')}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Text fw={600}>{t('file.drop')}</Text>
          <Text size="sm" c="dimmed" ta="center" maw={460}>
            {t('file.about')}
          </Text>
          <FileButton onChange={send} disabled={isSending}>
            {(props) => (
              <Button {...props} loading={isSending}>
                {t('file.pick')}
              </Button>
            )}
          </FileButton>
          {share === null ? null : (
            <Progress w="100%" maw={360} value={share * 100} aria-label={t('file.sending')} />
          )}
        </section>
        <ProblemAlert problem={problem} />
      </Stack>
    </Panel>
  );
}
