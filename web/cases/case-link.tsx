import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '#web/ui/client/me.ts';
import classes from './cases.module.css';

/** A form of a case's page that an address leads to. */
export type CasePart = 'address' | 'points' | 'people' | 'terms';

type CaseLinkProps = {
  /** Null where there is no case to open. */
  readonly caseId: string | null;
  /** A form of the page that opens with it. */
  readonly part?: CasePart;
  readonly children: ReactNode;
};

/** Leads to the page of a case, for those who may read cases; plain words for others. */
export function CaseLink({ caseId, part, children }: CaseLinkProps) {
  const me = useMe();
  if (caseId === null || !me.may('case.read')) return children;
  return (
    <Link
      to={`/cases/${caseId}`}
      {...(part === undefined ? {} : { hash: part })}
      className={classes.link}
    >
      {children}
    </Link>
  );
}
