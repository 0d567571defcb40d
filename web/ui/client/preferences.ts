import { useCallback, useSyncExternalStore } from 'react';

/** The names under which choices of this browser's user are kept. */
export const preferenceKeys = {
  colourScheme: 'dunlin-colour-scheme',
  language: 'dunlin-language',
  singleKeys: 'dunlin-single-keys',
} as const;

const changed = 'dunlin-preference';

/** A stored choice, or null when none was made or this browser keeps nothing. */
export function readPreference(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice in this browser; where storage is forbidden it lasts until the page closes. */
export function keepPreference(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing still works, with the defaults on the next visit.
  }
  dispatchEvent(new Event(changed));
}

function listen(onChange: () => void): () => void {
  addEventListener(changed, onChange);
  return () => removeEventListener(changed, onChange);
}

/** A stored yes or no as state: every reader on the page follows a change. */
export function useSwitch(key: string, start: boolean): [boolean, (on: boolean) => void] {
  const text = useSyncExternalStore(listen, () => readPreference(key));
  const set = useCallback((on: boolean) => keepPreference(key, on ? 'on' : 'off'), [key]);
  return [text === null ? start : text === 'on', set];
}
