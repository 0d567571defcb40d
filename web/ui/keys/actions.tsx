import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { preferenceKeys, readPreference } from '../client/preferences.ts';
import { isSingleKey, matches } from './shortcut.ts';

/** One thing a person can do, as a value: button, key, command palette and key sheet read it. */
export type Action = {
  /** Unique on the page: `desk.next`. */
  readonly id: string;
  /** Catalogue key of what it does, with its area: `agent:action.next`. */
  readonly label: string;
  /** Catalogue key of the heading it stands under; the screen's own by default. */
  readonly group?: string;
  /** `n`, `mod+Enter`, `alt+1`, `Escape`; works on any keyboard layout. */
  readonly shortcut?: string;
  /** Whether it can be done now; always when absent. */
  readonly when?: () => boolean;
  readonly perform: () => void;
};

type Slot = { current: readonly Action[] };

/** Every action of the mounted screens, the innermost last. */
class ActionBook {
  readonly #slots = new Set<Slot>();

  add = (slot: Slot): (() => void) => {
    this.#slots.add(slot);
    return () => this.#slots.delete(slot);
  };

  /** What can be done now. */
  list = (): Action[] =>
    [...this.#slots].flatMap((slot) => slot.current).filter(({ when }) => when?.() ?? true);

  /** Performs the innermost action whose shortcut was pressed. */
  press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const action = this.list()
      .reverse()
      .find(({ shortcut }) => shortcut && allowed(shortcut, event) && matches(shortcut, event));
    if (!action) return;
    event.preventDefault();
    action.perform();
  };
}

/** Bare keys rest while someone types, while a dialog is open, or when the user turned them off. */
function allowed(shortcut: string, event: KeyboardEvent): boolean {
  if (document.querySelector('[aria-modal="true"]')) return false;
  if (!isSingleKey(shortcut)) return true;
  if (readPreference(preferenceKeys.singleKeys) === 'off') return false;
  return !takesLetters(event.target);
}

/** Kinds of input in which letters and digits mean nothing. */
const withoutLetters: readonly string[] = ['radio', 'checkbox', 'button', 'submit', 'file'];

/** Whether a letter pressed here is a letter written or looked for here. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !withoutLetters.includes(target.type);
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const ActionContext = createContext<ActionBook | null>(null);

/** Holds the actions of all screens inside and listens for their keys. */
export function ActionProvider({ children }: { readonly children: ReactNode }) {
  const [book] = useState(() => new ActionBook());
  useLayoutEffect(() => {
    addEventListener('keydown', book.press);
    return () => removeEventListener('keydown', book.press);
  }, [book]);
  return <ActionContext value={book}>{children}</ActionContext>;
}

/** Offers actions while the calling component is mounted. The array may be new on every render. */
export function useActions(actions: readonly Action[]): void {
  const book = useContext(ActionContext);
  const slot = useRef(actions);
  useLayoutEffect(() => {
    slot.current = actions;
  });
  // Before the screen shows the button: its key works from that moment on.
  useLayoutEffect(() => book?.add(slot), [book]);
}

/** Tells what can be done at the moment of asking, the innermost screen's actions last. */
export function useActionList(): () => readonly Action[] {
  const book = useContext(ActionContext);
  return book?.list ?? (() => []);
}
