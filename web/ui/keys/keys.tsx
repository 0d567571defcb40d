import { Button, type ButtonProps, Kbd } from '@mantine/core';
import { ownValue } from '#kernel/own-value.ts';
import classes from '../kit.module.css';
import { useWords } from '../words.ts';
import type { Action } from './actions.tsx';
import { splitShortcut } from './shortcut.ts';

const signs: Readonly<Record<string, string>> = {
  shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

function sign(part: string): string {
  const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
  if (part === 'mod') return isApple ? '⌘' : 'Ctrl';
  if (part === 'alt') return isApple ? '⌥' : 'Alt';
  return ownValue(signs, part) ?? (part.length === 1 ? part.toUpperCase() : part);
}

/** A shortcut as the keys to press; decoration for sighted readers, the sheet has the words. */
export function KeyHint({ shortcut }: { readonly shortcut: string }) {
  const [modifiers, key] = splitShortcut(shortcut);
  return (
    <Kbd size="xs" className={classes.kbd} dir="ltr" aria-hidden>
      {[...modifiers, key].map(sign).join(' ')}
    </Kbd>
  );
}

type ActionButtonProps = ButtonProps & { readonly action: Action };

/** The button of an action: its words, its key, and disabled while it cannot be done. */
export function ActionButton({ action, ...rest }: ActionButtonProps) {
  const { t } = useWords();
  return (
    <Button
      {...rest}
      onClick={action.perform}
      disabled={rest.disabled ?? !(action.when?.() ?? true)}
      rightSection={action.shortcut ? <KeyHint shortcut={action.shortcut} /> : undefined}
      aria-keyshortcuts={action.shortcut?.replace('mod', 'Control')}
    >
      {t(action.label)}
    </Button>
  );
}
