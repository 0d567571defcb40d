import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { recordLateReason } from '#contract/conversations.ts';
import { lateReasons } from '#domain/contact/results.ts';
import classes from '#web/cases/case-parts.module.css';
import { callReads } from '#web/cases/open-case.tsx';
import { useAction } from '#web/ui/client/queries.ts';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import parts from './conversation/conversation.module.css';
import { useCall } from './desk-state.tsx';

/** Moves between the reasons with the arrow keys, along the reading direction and against it. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const isBack = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const isOn = isBack === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const step = { [isBack]: -1, [isOn]: 1, ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Why the payment is late, asked before anything is negotiated. */
export function ReasonPanel() {
  const { t } = useWords('agent');
  const { conversation } = useCall();
  const keep = useAction(recordLateReason, { invalidates: callReads });
  useActions([
    {
      id: 'desk.reason',
      label: 'agent:action.reason',
      group: 'agent:group.call',
      shortcut: 'w',
      perform: () => document.querySelector<HTMLElement>('[data-stage-start]')?.focus(),
    },
  ]);
  return (
    <Panel title={t('reason.title')} aside={<KeyHint shortcut="w" />}>
      <p className={classes.advice}>{t('reason.about')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a shortcut between buttons */}
      <div className={parts.chips} onKeyDown={walk}>
        {lateReasons.map((lateReason, index) => (
          <Button
            key={lateReason}
            variant="default"
            data-stage-start={index === 0 || undefined}
            disabled={keep.isPending}
            onClick={() => keep.mutate({ conversationId: conversation.id, lateReason })}
          >
            {t(`reason.${lateReason}`)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
