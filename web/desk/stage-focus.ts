import { useLayoutEffect, useRef } from 'react';
import type { Stage } from '#web/cases/case-shape.ts';
import { hasNoFocus } from '#web/ui/focus.ts';

/**
 * Leads the focus to what is to be done now: the first control of the stage, else the place where it
 * shows. Keys work from there, and Tab goes on from there.
 */
export function focusStage(): void {
  const start = document.querySelector<HTMLElement>('[data-stage-start]:enabled');
  const place = document.querySelector<HTMLElement>('[data-stage-place]');
  if (start) start.focus();
  // Larger than the window: to scroll to it would move what is read.
  else place?.focus({ preventScroll: true });
}

/** Leads a focus that is lost back to where it was, or to the stage where that is gone. */
export function focusAgain(was: Element | null): void {
  if (!hasNoFocus()) return;
  if (was instanceof HTMLElement && was.isConnected) was.focus();
  if (hasNoFocus()) focusStage();
}

/** Whether somebody writes in a form, which keeps the keyboard when the call ends around it. */
function isTyping(): boolean {
  return Boolean(document.activeElement?.closest('form'));
}

/** Leads the focus to what is to be done next whenever the stage changes, and when the case opens. */
export function useStageFocus(stage: Stage, isShown: boolean): void {
  const before = useRef<Stage | null>(null);
  useLayoutEffect(() => {
    if (!isShown || before.current === stage) return;
    const opens = before.current === null;
    before.current = stage;
    if (hasNoFocus() || !(opens || isTyping())) focusStage();
  }, [stage, isShown]);
}
