import type { ReactNode } from 'react';
import { allApprovalKinds, approvalKinds } from '#domain/approvals/approval-kinds.ts';
import type { Right } from '#domain/workforce/rights.ts';

/** A screen as the shell knows it before its code is loaded. */
export type AreaRoute = {
  /** The path below which the screen lives; `$name` segments are its parameters. */
  readonly path: `/${string}`;
  /** Its catalogue: `web/ui/locales/<language>/<catalogue>.json`, loaded with the screen. */
  readonly catalogue: string;
  /** Key of its name in the menu (`ui:area.desk`); null keeps it out of the menu. */
  readonly menu: string | null;
  /** Who may open it: holders of any of these rights; empty for everyone signed in. */
  readonly rights: readonly Right[];
  /** Its code: a module that exports the component as `Screen`. */
  readonly load: () => Promise<{ readonly Screen: () => ReactNode }>;
};

/** Every screen, in the order of the menu. An area adds its line when its screen exists. */
export const areaRoutes: readonly AreaRoute[] = [
  {
    path: '/desk',
    catalogue: 'agent',
    menu: 'ui:area.desk',
    rights: ['case.work'],
    load: () => import('#web/desk/desk.tsx'),
  },
  {
    path: '/floor',
    catalogue: 'floor',
    menu: 'ui:area.floor',
    rights: ['floor.read'],
    load: () => import('#web/floor/floor.tsx'),
  },
  {
    path: '/manage',
    catalogue: 'insight',
    menu: 'ui:area.manage',
    rights: ['insight.read'],
    load: () => import('#web/manage/overview/overview.tsx'),
  },
  {
    path: '/compliance',
    catalogue: 'compliance',
    menu: 'ui:area.compliance',
    rights: [
      'decision.read',
      'rule.switch',
      'policy.confirm',
      'refusal.read',
      'obligation.work',
      'replay.run',
      'evidence.export',
      'access.review',
      'alarm.work',
    ],
    load: () => import('#web/compliance/compliance.tsx'),
  },
  {
    path: '/office',
    catalogue: 'office',
    menu: 'ui:area.office',
    rights: ['task.work', 'import.run', 'entry.resolve', 'payment.record', 'quality.read'],
    load: () => import('#web/office/office.tsx'),
  },
  {
    path: '/cases',
    catalogue: 'cases',
    menu: 'ui:area.cases',
    rights: ['case.read'],
    load: () => import('#web/cases/find.tsx'),
  },
  {
    path: '/cases/$caseId',
    catalogue: 'cases',
    menu: null,
    rights: ['case.read'],
    load: () => import('#web/cases/case-page.tsx'),
  },
  {
    path: '/approvals',
    catalogue: 'approvals',
    menu: 'ui:area.approvals',
    rights: [
      ...allApprovalKinds.flatMap((kind) => [approvalKinds[kind].ask, approvalKinds[kind].approve]),
    ],
    load: () => import('#web/approvals/approvals.tsx'),
  },
  {
    path: '/account',
    catalogue: 'account',
    menu: null,
    rights: [],
    load: () => import('#web/account/account.tsx'),
  },
  {
    path: '/admin',
    catalogue: 'admin',
    menu: 'ui:area.admin',
    rights: ['user.manage', 'portfolio.configure', 'portfolio.place', 'system.read'],
    load: () => import('#web/admin/admin.tsx'),
  },
];
