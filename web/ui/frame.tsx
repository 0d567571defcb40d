import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** The main landmark of a page, where the skip link leads. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" className={classes.main} tabIndex={-1}>
      {children}
    </main>
  );
}
