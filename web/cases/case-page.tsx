import { Button, Group, Text } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { askAllowed, readCase } from '#contract/cases.ts';
import { type CaseState, stateFacts } from '#domain/cases/states.ts';
import type { ApiProblem } from '#web/ui/client/api.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { PageHead } from '#web/ui/panel.tsx';
import { EmptyState, ErrorState, Loading, State } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { useCaseNews } from './case-news.ts';
import type { DeskCase } from './case-shape.ts';
import classes from './cases.module.css';
import { CaseHistory } from './history/case-history.tsx';
import { LogPanel } from './log/log-panel.tsx';
import { PeoplePanel } from './log/people-panel.tsx';
import { AddressPanel } from './panels/address-panel.tsx';
import { ContactWays } from './panels/contact-ways.tsx';
import { DebtFacts } from './panels/debt-facts.tsx';
import { DebtTables } from './panels/debt-panel.tsx';
import { DebtTerms } from './panels/debt-terms.tsx';
import { DocumentsPanel } from './panels/documents-panel.tsx';
import { HoldsPanel } from './panels/holds-panel.tsx';
import { MovePanel } from './panels/move-panel.tsx';
import { NotePanel } from './panels/note-panel.tsx';
import { PartiesPanel } from './panels/parties-panel.tsx';
import { StatusPanel } from './panels/status-panel.tsx';
import { Advice, Who, WhyNow } from './panels/who-column.tsx';
import { useRightsHere } from './rights-here.ts';

/** What may be done to reach somebody changes with the clock, without an event. */
const allowedPaceMs = 60_000;

/** One case for whoever does not call: all that is known of it, and what may be done about it. */
export function Screen() {
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string };
  const { t } = useWords('cases');
  useWords('agent');
  const file = useEndpoint(readCase, { caseId });
  useCaseNews(caseId);
  return (
    <div className={classes.page}>
      <Link to="/cases" className={classes.back}>
        {t('case.back')}
      </Link>
      {file.data ? (
        <CaseFile key={caseId} file={file.data} />
      ) : isNowhere(file.error) ? (
        <EmptyState title={t('case.gone')} about={t('case.goneAbout')} />
      ) : file.error ? (
        <ErrorState problem={file.error} onRetry={() => void file.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  );
}

/** An address that names no case, or none that is open to the reader. */
function isNowhere(problem: ApiProblem | null): boolean {
  return problem !== null && ['not-found', 'invalid-input'].includes(problem.code);
}

function CaseFile({ file }: { readonly file: DeskCase }) {
  const allowed = useEndpoint(askAllowed, { caseId: file.id }, { everyMs: allowedPaceMs });
  const mayHere = useRightsHere(file.portfolio.id);
  const isOpen = stateFacts[file.state as CaseState]?.open ?? true;
  const readsLog = mayHere('fact.record') || mayHere('decision.read');
  return (
    <>
      <CaseHead
        file={file}
        mayWork={isOpen && mayHere('case.work')}
        mayAskWhy={mayHere('decision.read')}
      />
      <div className={classes.case}>
        <div className={classes.main}>
          <StatusPanel file={file} />
          {file.debt ? (
            <>
              <DebtTables debt={file.debt} currency={file.portfolio.currency} />
              <DebtTerms
                caseId={file.id}
                accounts={file.debt.accounts}
                currency={file.portfolio.currency}
                mayCorrect={mayHere('case.correct')}
              />
              {mayHere('case.correct') ? <DebtFacts caseId={file.id} debt={file.debt} /> : null}
            </>
          ) : (
            <NoDebt />
          )}
          <ContactWays
            file={file}
            mayCorrect={mayHere('case.correct')}
            mayLetPass={mayHere('contact.override')}
            allowed={allowed.data?.points}
            problem={allowed.error}
          />
          <div className={classes.past}>
            <CaseHistory caseId={file.id} currency={file.portfolio.currency} />
            {readsLog ? <LogPanel file={file} mayRecord={mayHere('fact.record')} /> : null}
          </div>
        </div>
        <div className={classes.side}>
          <Who file={file} />
          {mayHere('case.correct') ? <AddressPanel caseId={file.id} /> : null}
          <PartiesPanel file={file} mayCorrect={mayHere('case.correct')} />
          <HoldsPanel
            file={file}
            mayHold={mayHere('case.hold')}
            mayReview={mayHere('vulnerable.review')}
          />
          <DocumentsPanel
            file={file}
            mayKeep={mayHere('document.keep')}
            mayRestrict={mayHere('note.restricted')}
          />
          {file.advice ? <Advice advice={file.advice} /> : null}
          {/* When what comes next stands at the head of the page already. */}
          <WhyNow file={{ ...file, nextActionAt: null }} />
          {isOpen && mayHere('case.move') ? <MovePanel file={file} /> : null}
          {readsLog ? <PeoplePanel file={file} mayRecord={mayHere('fact.record')} /> : null}
          <NotePanel caseId={file.id} mayRestrict={mayHere('note.restricted')} />
        </div>
      </div>
    </>
  );
}

type CaseHeadProps = {
  readonly file: DeskCase;
  readonly mayWork: boolean;
  readonly mayAskWhy: boolean;
};

function CaseHead({ file, mayWork, mayAskWhy }: CaseHeadProps) {
  const { t } = useWords('cases');
  const { t: words } = useWords('agent');
  const navigate = useNavigate();
  const { customer, creditorName, portfolio, state, priorityTier } = file;
  return (
    <PageHead
      title={customer.name}
      about={
        <>
          <bdi>{words('case.about', { creditor: creditorName, portfolio: portfolio.name })}</bdi>
          {' · '}
          <bdi dir="ltr">{customer.reference}</bdi>
        </>
      }
    >
      <Group gap="xs">
        <State tone={state === 'closed' ? 'neutral' : 'info'}>
          {words([`state.${state}`, 'state.other'])}
        </State>
        {priorityTier ? <State tone="warn">{words('case.upper')}</State> : null}
        {mayAskWhy ? (
          <Button
            variant="default"
            onClick={() => {
              navigate({ href: `/compliance?tab=why&case=${file.id}` }).catch(() => undefined);
            }}
          >
            {t('case.why')}
          </Button>
        ) : null}
        {mayWork ? (
          <Button
            variant="default"
            onClick={() => {
              navigate({ href: `/desk?case=${file.id}` }).catch(() => undefined);
            }}
          >
            {t('case.toDesk')}
          </Button>
        ) : null}
      </Group>
    </PageHead>
  );
}

/** Why nothing is told of the debt: to agents, and to others in a call that is not verified. */
function NoDebt() {
  const { t } = useWords('cases');
  return (
    <section className={classes.noDebt} aria-label={t('noDebt.title')}>
      <strong>{t('noDebt.title')}</strong>
      <Text size="sm" c="dimmed">
        {t('noDebt.about')}
      </Text>
    </section>
  );
}
