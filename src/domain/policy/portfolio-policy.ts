import type { AgreementPolicy, Authority } from '#domain/agreements/authority.ts';
import type { BookingLimits } from '#domain/approvals/booking-limits.ts';
import type { EntryPolicy } from '#domain/cases/entry.ts';
import type { CaseState } from '#domain/cases/states.ts';
import type { VerificationPolicy } from '#domain/contact/verification.ts';
import type { PriorityTable } from '#domain/queue/priority.ts';
import type { ShapeName } from '#domain/strategy/process-step.ts';
import type { BusinessCalendar } from '#kernel/business-days.ts';
import { parseAmount } from '#kernel/money.ts';
import type { LocalDate } from '#kernel/time.ts';
import { itemKinds, type offeringRoles, type PolicySettings } from './policy-settings.ts';

/** Everything a portfolio decides for itself: what every reader uses. Amounts in minor units. */
export type PortfolioPolicy = {
  readonly entry: EntryPolicy;
  readonly agreements: AgreementPolicy;
  readonly calendar: BusinessCalendar;
  readonly shape: ShapeName;
  readonly rejectLimit: number;
  readonly rejectCost: Readonly<Record<keyof PolicySettings['rejectCost'], bigint | null>>;
  readonly charging: PolicySettings['charging'];
  readonly verification: VerificationPolicy;
  readonly outbound: boolean;
  readonly keepWatching: boolean;
  readonly intradayReports: boolean;
  readonly gate: PolicySettings['gate'];
  readonly secondPerson: BookingLimits;
  readonly ranking: PriorityTable;
  readonly queue: PolicySettings['queue'];
  readonly wipLimits: Readonly<Partial<Record<CaseState, number>>>;
  readonly staleBalanceDays: number;
  readonly cardExpiryDays: number;
  readonly firstTreatmentHours: PolicySettings['firstTreatmentHours'];
  readonly monthlyTargetMinor: bigint | null;
};

/** A policy as a process has read it, with what it was read for. */
export type KnownPolicy = {
  readonly version: number;
  readonly country: string;
  readonly policy: PortfolioPolicy;
};

/** What of its portfolio a policy is read with. */
export type PolicyPlace = {
  readonly currency: string;
  /** The public holidays of its country. */
  readonly holidays: ReadonlySet<LocalDate>;
};

/** The policy that settings mean in a portfolio. Throws for an amount finer than its currency. */
export function policyFrom(settings: PolicySettings, place: PolicyPlace): PortfolioPolicy {
  const minor = (text: string) => minorOf(text, place.currency);
  const { entry, monthlyCollectionTarget, weekend, holidays, agreements, secondPerson, ...others } =
    settings;
  const { rejectCost, ...rest } = others;
  const orNone = (text: string | null) => (text === null ? null : minor(text));
  const isEveryKind = itemKinds.every((kind) => entry.itemKinds.includes(kind));
  return {
    ...rest,
    entry: {
      graceDays: entry.graceDays,
      minMinor: minor(entry.minAmount),
      exitMinor: minor(entry.exitAmount),
      debtClasses: isEveryKind ? null : entry.itemKinds,
    },
    agreements: agreementsOf(agreements, minor),
    calendar: { weekend, holidays: new Set([...place.holidays, ...holidays]) },
    secondPerson: {
      paymentAboveMinor: minor(secondPerson.paymentAbove),
      creditAboveMinor: minor(secondPerson.creditAbove),
      refundAboveMinor: minor(secondPerson.refundAbove),
      mostApproved: {
        back_office: orNone(secondPerson.mostApproved.back_office),
        manager: orNone(secondPerson.mostApproved.manager),
      },
    },
    rejectCost: {
      mandate: orNone(rejectCost.mandate),
      card: orNone(rejectCost.card),
      other: orNone(rejectCost.other),
    },
    monthlyTargetMinor: orNone(monthlyCollectionTarget),
  };
}

function agreementsOf(
  given: PolicySettings['agreements'],
  minor: (text: string) => bigint,
): AgreementPolicy {
  const { promiseTolerance, planTolerance, authority, ...limits } = given;
  const of = (role: (typeof offeringRoles)[number]): Authority => ({
    ...authority[role],
    minInstalment: minor(authority[role].minInstalment),
  });
  return {
    ...limits,
    promiseToleranceMinor: minor(promiseTolerance),
    planToleranceMinor: minor(planTolerance),
    authority: { agent: of('agent'), supervisor: of('supervisor'), manager: of('manager') },
  };
}

function minorOf(text: string, currency: string): bigint {
  const minor = parseAmount(text, currency);
  if (typeof minor !== 'bigint') throw new Error(`${text} is no amount in ${currency}`);
  return minor;
}
