import { UnstyledButton } from '@mantine/core';
import { useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import classes from './compliance.module.css';

type BackToProps = { readonly words: string; readonly onBack: () => void };

/** The way back to where something was opened from; Escape does the same. */
export function BackTo({ words, onBack }: BackToProps) {
  useActions([
    { id: 'compliance.back', label: 'compliance:back', shortcut: 'Escape', perform: onBack },
  ]);
  return (
    <UnstyledButton className={classes.back} onClick={onBack}>
      {words} <KeyHint shortcut="Escape" />
    </UnstyledButton>
  );
}
