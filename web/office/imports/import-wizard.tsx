import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import {
  lookAtFile,
  readImport,
  readImports,
  type readPortfolios,
  startImport,
} from '#contract/intake.ts';
import type { ImportMap } from '#domain/intake/import-map.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { useAction, useEndpoint } from '#web/ui/client/queries.ts';
import { useFocusAtStep, useFocusNext } from '#web/ui/focus.ts';
import kit from '#web/ui/kit.module.css';
import { Panel } from '#web/ui/panel.tsx';
import { ProblemAlert } from '#web/ui/states.tsx';
import { Steps } from '#web/ui/steps.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import type { Chosen, Look } from './file-shapes.ts';
import { FileStep } from './file-step.tsx';
import { ImportResult, isFileGone } from './import-result.tsx';
import { MapStep } from './map-step.tsx';
import { StatementStep } from './statement-step.tsx';

type Portfolios = OutputOf<typeof readPortfolios>['portfolios'];

type WizardProps = { readonly portfolios: Portfolios; readonly onClose: () => void };

/** From a file to the book: send it, say what its columns are, try it, take it in. */
export function ImportWizard({ portfolios, onClose }: WizardProps) {
  const { t } = useWords('office');
  const [step, setStep] = useState(0);
  const place = useFocusAtStep<HTMLDivElement>(step);
  useFocusNext('[data-import-new]');
  const [look, setLook] = useState<Look | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [portfolioId, setPortfolioId] = useState(portfolios[0]?.id ?? '');
  const inspect = useAction(lookAtFile, {
    quiet: true,
    invalidates: [readImports],
    onDone: (answer) => {
      setLook(answer);
      setStep(1);
    },
  });
  const start = useAction(startImport, {
    quiet: true,
    invalidates: [readImports, readImport],
    onDone: (_, { dryRun }) => setStep(dryRun ? 2 : 3),
  });
  const portfolio = portfolios.find(({ id }) => id === portfolioId);
  const run = (choice: Chosen, dryRun: boolean) => {
    if (!look) return;
    setChosen(choice);
    start.mutate({ importId: look.importId, ...choice, dryRun });
  };
  const steps = ['file', 'columns', 'trial', 'done'].map((name) => t(`step.${name}`));
  return (
    <Stack gap="md" ref={place} tabIndex={-1} className={kit.place}>
      <Group justify="space-between">
        <Steps
          label={t('step.label')}
          steps={steps}
          current={step}
          onGo={(to) => (to === 1 && step === 2 ? setStep(1) : undefined)}
        />
        <Button variant="default" onClick={onClose}>
          {t(step === 3 ? 'import.back' : 'ui:cancel')}
        </Button>
      </Group>
      <ProblemAlert problem={inspect.error ?? start.error} />
      {step > 0 && step < 3 && look?.earlierImportAt ? (
        <Alert variant="light" color="blue">
          {t('import.seenBefore')} <When at={look.earlierImportAt} />
        </Alert>
      ) : null}
      {step === 0 ? (
        <FileStep
          portfolios={portfolios}
          portfolioId={portfolioId}
          onPortfolio={setPortfolioId}
          isBusy={inspect.isPending}
          onSent={(importId) => inspect.mutate({ importId, kind: null, options: {} })}
        />
      ) : null}
      {step === 1 && look?.table && portfolio ? (
        <MapStep
          key={`${look.importId} ${look.kind} ${look.table.shownSheet} ${JSON.stringify(look.table.shape)}`}
          look={look}
          portfolioId={portfolio.id}
          currency={portfolio.currency}
          chosen={chosen}
          isBusy={start.isPending || inspect.isPending}
          onLook={(kind, options) => inspect.mutate({ importId: look.importId, kind, options })}
          onTry={(choice) => run(choice, true)}
        />
      ) : null}
      {step === 1 && look?.statement ? (
        <StatementStep
          statement={look.statement}
          isBusy={start.isPending}
          onTry={() => run({ map: {}, options: {} }, true)}
        />
      ) : null}
      {step >= 2 && look ? (
        <Panel title={steps[step]}>
          {step === 2 && chosen && look.table ? (
            <ImportResult
              importId={look.importId}
              answers={{
                map: chosen.map as unknown as ImportMap,
                isBusy: start.isPending,
                onAnswer: (map) => run({ ...chosen, map: { ...map } }, true),
              }}
            />
          ) : (
            <ImportResult importId={look.importId} />
          )}
          {step === 2 && chosen ? (
            <AfterTrial
              importId={look.importId}
              isBusy={start.isPending}
              onBack={() => setStep(1)}
              onImport={() => run(chosen, false)}
            />
          ) : null}
        </Panel>
      ) : null}
    </Stack>
  );
}

type AfterTrialProps = {
  readonly importId: string;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onImport: () => void;
};

/** What has to be said before a file is taken in. */
const asksFirst: ReadonlySet<string> = new Set(['unknown-product', 'date-other-order']);

function whyNot(isAllRefused: boolean, isAsked: boolean): string | null {
  if (isAllRefused) return 'import.allRefused';
  return isAsked ? 'import.answerFirst' : null;
}

/** What the trial found decides: change the columns, or take the file in. */
function AfterTrial({ importId, isBusy, onBack, onImport }: AfterTrialProps) {
  const { t } = useWords('office');
  const { data } = useEndpoint(readImport, { importId });
  const isDone = data?.import.state === 'done';
  const { read = 0, skipped = 0, rejected = 0 } = data?.import.counts ?? {};
  const isAllRefused = isDone && rejected > 0 && rejected >= read - skipped;
  const isAsked = data?.import.unread.some(({ reason }) => asksFirst.has(reason)) === true;
  const isGone = data !== undefined && isFileGone(data);
  const why = isGone ? 'result.fileRemoved' : whyNot(isAllRefused, isAsked);
  return (
    <Group justify="space-between" mt="md">
      <Button variant="default" onClick={onBack} disabled={isGone}>
        {t('import.backToColumns')}
      </Button>
      <Group gap="sm">
        <Text size="sm" c="dimmed">
          {isDone ? t(why ?? 'import.nothingYet') : null}
        </Text>
        <Button onClick={onImport} disabled={!isDone || why !== null} loading={isBusy}>
          {t('import.takeIn')}
        </Button>
      </Group>
    </Group>
  );
}
