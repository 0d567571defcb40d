import type { Authority } from '#domain/agreements/authority.ts';
import { type CaseState, caseStates } from '#domain/cases/states.ts';
import type { Question } from '#domain/contact/verification.ts';
import type { DayName, WeeklyWindows } from '#domain/gate/facts/facts.ts';
import { gbHours } from '#domain/gate/house-hours.ts';
import type { ShapeName } from '#domain/strategy/process-step.ts';
import type { Role } from '#domain/workforce/rights.ts';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { PortfolioRow } from '#storage/workforce/users.ts';
import { furtherDaysOff, portfolioPolicy } from './portfolio-policy.ts';

type AuthoritySettings = Omit<Authority, 'minInstalment'> & { readonly minInstalment: string };
type OpenTime = readonly [from: string, until: string] | null;

/** A portfolio's policy as people set it: every setting, amounts as plain decimals. */
export type PolicySettings = {
  readonly entry: {
    readonly graceDays: number;
    readonly minAmount: string;
    readonly exitAmount: string;
  };
  readonly shape: ShapeName;
  readonly rejectLimit: number;
  readonly outbound: boolean;
  readonly keepWatching: boolean;
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
  readonly agreements: {
    readonly partPayments: boolean;
    readonly maxBrokenPromises: number;
    readonly brokenWindowDays: number;
    readonly maxBrokenPlans: number;
    readonly promiseToleranceDays: number;
    readonly promiseTolerance: string;
    readonly planGraceDays: number;
    readonly planTolerance: string;
    readonly affordableShareBps: number;
    readonly approver: Role;
    readonly authority: Readonly<Record<'agent' | 'supervisor' | 'manager', AuthoritySettings>>;
  };
  readonly verification: {
    readonly questions: readonly Question[];
    readonly answersNeeded: number;
    readonly wrongAllowed: number;
  };
  readonly gate: {
    readonly safeHarboursBind: boolean;
    readonly closedOnBankHolidays: boolean;
    readonly ukHours: Readonly<Record<DayName, OpenTime>>;
  };
  readonly wipLimits: Readonly<Partial<Record<CaseState, number>>>;
  readonly monthlyCollectionTarget: string | null;
};

const days: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The settings in force: what is stored, over the defaults. */
export function settingsOf(
  portfolio: Pick<PortfolioRow, 'policy' | 'currency' | 'country'>,
): PolicySettings {
  const { entry, agreements, calendar, verification, ...rest } = portfolioPolicy(portfolio);
  const plain = (minor: bigint) => plainAmount(minor, portfolio.currency);
  const { promiseToleranceMinor, planToleranceMinor, authority, ...limits } = agreements;
  const authorityOf = (role: 'agent' | 'supervisor' | 'manager'): AuthoritySettings => {
    const own = authority[role] ?? authority.agent;
    if (!own) throw new Error('cannot happen: agents always have an authority');
    return { ...own, minInstalment: plain(own.minInstalment) };
  };
  return {
    entry: {
      graceDays: entry.graceDays,
      minAmount: plain(entry.minMinor),
      exitAmount: plain(entry.exitMinor),
    },
    shape: rest.shape,
    rejectLimit: rest.rejectLimit,
    outbound: rest.outbound,
    keepWatching: rest.keepWatching,
    weekend: calendar.weekend,
    holidays: [...furtherDaysOff(portfolio.policy)].sort(),
    agreements: {
      ...limits,
      promiseTolerance: plain(promiseToleranceMinor),
      planTolerance: plain(planToleranceMinor),
      authority: {
        agent: authorityOf('agent'),
        supervisor: authorityOf('supervisor'),
        manager: authorityOf('manager'),
      },
    },
    verification,
    gate: gateOf(objectOf(portfolio.policy['gate'])),
    wipLimits: limitsOf(objectOf(portfolio.policy['wipLimits'])),
    monthlyCollectionTarget: textOf(portfolio.policy['monthlyCollectionTarget']),
  };
}

function gateOf(gate: Record<string, unknown>): PolicySettings['gate'] {
  const week = (gate['gb_hours'] as WeeklyWindows | undefined) ?? gbHours;
  const first = (day: DayName): OpenTime => {
    const window = week[day]?.[0];
    return window ? [window[0], window[1]] : null;
  };
  return {
    safeHarboursBind: gate['require_safe_harbors'] === true,
    closedOnBankHolidays: gate['gb_closed_on_bank_holidays'] !== false,
    ukHours: Object.fromEntries(days.map((day) => [day, first(day)])) as Record<DayName, OpenTime>,
  };
}

function limitsOf(limits: Record<string, unknown>): PolicySettings['wipLimits'] {
  return Object.fromEntries(
    caseStates
      .map((state) => [state, limits[state]] as const)
      .filter(([, limit]) => typeof limit === 'number'),
  );
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * The stored form of settings, over what was stored: keys that no setting names stay.
 * Throws `invalid-input` on an amount finer than the currency and on settings that contradict.
 */
export function policyOf(
  settings: PolicySettings,
  { policy, currency }: Pick<PortfolioRow, 'policy' | 'currency'>,
): Readonly<Record<string, unknown>> {
  const problems: { path: string; message: string }[] = [];
  const digits = (path: string, text: string): string => {
    const minor = parseAmount(text, currency);
    if (typeof minor === 'bigint') return minor.toString();
    problems.push({ path, message: `must be an exact amount in ${currency}` });
    return '0';
  };
  const { entry, agreements, verification, gate, monthlyCollectionTarget: target } = settings;
  const stored = {
    ...policy,
    entry: {
      ...objectOf(policy['entry']),
      graceDays: entry.graceDays,
      minMinor: digits('entry.minAmount', entry.minAmount),
      exitMinor: digits('entry.exitAmount', entry.exitAmount),
    },
    processShape: settings.shape,
    rejectLimit: settings.rejectLimit,
    outbound: settings.outbound,
    keepWatching: settings.keepWatching,
    calendar: { weekend: settings.weekend, holidays: settings.holidays },
    agreements: {
      ...objectOf(policy['agreements']),
      ...storedAgreements(agreements, digits),
    },
    verification,
    gate: {
      ...objectOf(policy['gate']),
      require_safe_harbors: gate.safeHarboursBind,
      gb_closed_on_bank_holidays: gate.closedOnBankHolidays,
      gb_hours: Object.fromEntries(
        Object.entries(gate.ukHours).map(([day, open]) => [day, open ? [open] : []]),
      ),
    },
    wipLimits: settings.wipLimits,
    monthlyCollectionTarget: target,
  };
  if (target !== null) digits('monthlyCollectionTarget', target);
  problems.push(...contradictions(settings));
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  return stored;
}

function storedAgreements(
  { promiseTolerance, planTolerance, authority, ...limits }: PolicySettings['agreements'],
  digits: (path: string, text: string) => string,
) {
  return {
    ...limits,
    promiseToleranceMinor: digits('agreements.promiseTolerance', promiseTolerance),
    planToleranceMinor: digits('agreements.planTolerance', planTolerance),
    authority: Object.fromEntries(
      Object.entries(authority).map(([role, own]) => [
        role,
        { ...own, minInstalment: digits(`${role}.minInstalment`, own.minInstalment) },
      ]),
    ),
  };
}

function contradictions({
  verification,
  entry,
}: PolicySettings): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const asked = new Set(verification.questions).size;
  if (verification.answersNeeded > asked) {
    const message = `must not exceed ${asked} questions`;
    problems.push({ path: 'verification.answersNeeded', message });
  }
  // Else a debt between the two would open a case and close it again, day after day.
  const exit = Number(entry.exitAmount);
  if (exit > 0 && exit >= Number(entry.minAmount)) {
    problems.push({ path: 'entry.exitAmount', message: `must be below ${entry.minAmount}` });
  }
  return problems;
}

/** One setting that changed. */
export type SettingChange = {
  readonly setting: string;
  readonly old: unknown;
  readonly new: unknown;
};

/** The settings in which two policies differ, each by its path: `entry.graceDays`. */
export function changesBetween(before: PolicySettings, after: PolicySettings): SettingChange[] {
  const old = leavesOf(before);
  const fresh = leavesOf(after);
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names
    .map((setting) => ({
      setting,
      old: old.get(setting) ?? null,
      new: fresh.get(setting) ?? null,
    }))
    .filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new));
}

/** Every leaf of a tree by its path; a list is a leaf. */
function leavesOf(tree: object, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]): [string, unknown][] => {
      const here = path === '' ? name : `${path}.${name}`;
      const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isBranch ? [...leavesOf(value, here)] : [[here, value]];
    }),
  );
}
