import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Whether nothing has the focus, because what had it is gone or was never chosen. */
export function hasNoFocus(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The place that takes the focus when its screen comes, if it is to and nothing else has it. */
export function useFocusFirst<Place extends HTMLElement>(isTo: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useLayoutEffect(() => {
    if (isTo && hasNoFocus()) place.current?.focus({ preventScroll: true });
  }, [isTo]);
  return place;
}

/** The place that takes the focus at each step of a task, where the step before took it along. */
export function useFocusAtStep<Place extends HTMLElement>(step: number): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const at = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (at.current !== step && hasNoFocus()) place.current?.focus({ preventScroll: true });
    at.current = step;
  }, [step]);
  return place;
}

/** When a part of a screen goes and the focus with it, the focus goes to the first of what is named. */
export function useFocusNext(selector: string): void {
  useLayoutEffect(
    () => () =>
      queueMicrotask(() => {
        if (hasNoFocus()) document.querySelector<HTMLElement>(selector)?.focus();
      }),
    [selector],
  );
}

/**
 * A form that opens in the place of its button: when it closes, the focus goes back to that line or
 * panel, to the button that opens the form again.
 */
export function useFocusBack<Form extends HTMLElement>(): RefObject<Form | null> {
  const form = useRef<Form>(null);
  useLayoutEffect(() => {
    const home = form.current?.closest('li, section');
    return () =>
      queueMicrotask(() => {
        if (hasNoFocus()) home?.querySelector<HTMLElement>('button:enabled')?.focus();
      });
  }, []);
  return form;
}
