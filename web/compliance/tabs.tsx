import { type ComponentType, lazy } from 'react';
import type { Right } from '#domain/workforce/rights.ts';

/** One part of the compliance screen. Its name is `compliance:tab.<id>`. */
type Tab = {
  /** Stands in the address: `/compliance?tab=<id>`. */
  readonly id: string;
  /** Who sees it: holders of any of these rights. */
  readonly rights: readonly Right[];
  /** Its code, loaded when it is opened. */
  readonly Show: ComponentType;
};

/** Every part, in the order of the tabs. A part adds its line here and its name to the words. */
export const tabs: readonly Tab[] = [
  {
    id: 'decisions',
    rights: ['decision.read'],
    Show: lazy(async () => ({
      default: (await import('./decisions/decisions-tab.tsx')).DecisionsTab,
    })),
  },
  {
    id: 'why',
    rights: ['decision.read'],
    Show: lazy(async () => ({ default: (await import('./decisions/why-tab.tsx')).WhyTab })),
  },
  {
    id: 'packs',
    rights: ['decision.read', 'rule.switch', 'policy.confirm'],
    Show: lazy(async () => ({ default: (await import('./rules/packs-tab.tsx')).PacksTab })),
  },
  {
    id: 'obligations',
    rights: ['obligation.work'],
    Show: lazy(async () => ({
      default: (await import('./obligations/obligations-tab.tsx')).ObligationsTab,
    })),
  },
  {
    id: 'refusals',
    rights: ['refusal.read'],
    Show: lazy(async () => ({
      default: (await import('./refusals/refusals-tab.tsx')).RefusalsTab,
    })),
  },
  {
    id: 'replay',
    rights: ['replay.run'],
    Show: lazy(async () => ({ default: (await import('./replay/replay-tab.tsx')).ReplayTab })),
  },
  {
    id: 'flags',
    rights: ['decision.read'],
    Show: lazy(async () => ({ default: (await import('./decisions/flags-tab.tsx')).FlagsTab })),
  },
  {
    id: 'portfolios',
    rights: ['portfolio.configure'],
    Show: lazy(async () => ({ default: (await import('./portfolios-tab.tsx')).PortfoliosTab })),
  },
  {
    id: 'evidence',
    rights: ['evidence.export'],
    Show: lazy(async () => ({ default: (await import('./evidence-tab.tsx')).EvidenceTab })),
  },
  {
    id: 'readings',
    rights: ['access.review'],
    Show: lazy(async () => ({ default: (await import('./readings-tab.tsx')).ReadingsTab })),
  },
  {
    id: 'persons',
    rights: ['person.protect'],
    Show: lazy(async () => ({ default: (await import('./persons/persons-tab.tsx')).PersonsTab })),
  },
  {
    id: 'retention',
    rights: ['person.protect'],
    Show: lazy(async () => ({
      default: (await import('./persons/retention-tab.tsx')).RetentionTab,
    })),
  },
  {
    id: 'alarms',
    rights: ['alarm.work'],
    Show: lazy(async () => ({ default: (await import('./alarms-tab.tsx')).AlarmsTab })),
  },
];
