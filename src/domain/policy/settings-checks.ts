import { voicemailProblems } from '#domain/contact/voicemail.ts';
import { parseAmount, plainAmount } from '#kernel/money.ts';
import { offeringRoles, type PolicySettings } from './policy-settings.ts';

/** What is wrong with settings, and where; the message is a code that the screens put into words. */
export type SettingProblem = { readonly path: string; readonly message: string };

/** The amounts of settings by their path. */
function amountsOf(settings: PolicySettings) {
  const { entry, agreements, secondPerson, rejectCost, monthlyCollectionTarget } = settings;
  const { back_office: office, manager } = secondPerson.mostApproved;
  const amounts: [string, string][] = [
    ['entry.minAmount', entry.minAmount],
    ['entry.exitAmount', entry.exitAmount],
    ['agreements.promiseTolerance', agreements.promiseTolerance],
    ['agreements.planTolerance', agreements.planTolerance],
    ...offeringRoles.map((role): [string, string] => [
      `agreements.authority.${role}.minInstalment`,
      agreements.authority[role].minInstalment,
    ]),
  ];
  const open = [
    ['secondPerson.paymentAbove', secondPerson.paymentAbove],
    ['secondPerson.creditAbove', secondPerson.creditAbove],
    ['secondPerson.refundAbove', secondPerson.refundAbove],
    ['secondPerson.mostApproved.back_office', office],
    ['secondPerson.mostApproved.manager', manager],
    ['rejectCost.mandate', rejectCost.mandate],
    ['rejectCost.card', rejectCost.card],
    ['rejectCost.other', rejectCost.other],
    ['monthlyCollectionTarget', monthlyCollectionTarget],
  ] as const;
  for (const [path, text] of open) if (text !== null) amounts.push([path, text]);
  return amounts;
}

/** Amounts that are finer than the currency, and settings that contradict one another. */
export function settingProblems(settings: PolicySettings, currency: string): SettingProblem[] {
  const problems: SettingProblem[] = amountsOf(settings)
    .filter(([, text]) => typeof parseAmount(text, currency) !== 'bigint')
    .map(([path]) => ({ path, message: 'finer-than-currency' }));
  const { verification, entry } = settings;
  const asked = new Set(verification.questions).size;
  if (verification.answersNeeded > asked) {
    problems.push({ path: 'verification.answersNeeded', message: `at-most ${asked}` });
  }
  // Else a debt between the two would open a case and close it again, day after day.
  const exit = Number(entry.exitAmount);
  if (exit > 0 && exit >= Number(entry.minAmount)) {
    problems.push({ path: 'entry.exitAmount', message: 'not-below-entry' });
  }
  for (const { path, message } of voicemailProblems(settings.gate.voicemail)) {
    problems.push({ path: `gate.voicemail.${path}`, message });
  }
  return problems;
}

/** The same settings with amounts in the one form of their currency: `20` is `20.00`. */
export function withPlainAmounts(settings: PolicySettings, currency: string): PolicySettings {
  const plain = (text: string) => {
    const minor = parseAmount(text, currency);
    return typeof minor === 'bigint' ? plainAmount(minor, currency) : text;
  };
  const { entry, agreements, secondPerson, rejectCost, monthlyCollectionTarget: target } = settings;
  const orNone = (text: string | null) => (text === null ? null : plain(text));
  const own = (role: (typeof offeringRoles)[number]) => ({
    ...agreements.authority[role],
    minInstalment: plain(agreements.authority[role].minInstalment),
  });
  return {
    ...settings,
    entry: {
      ...entry,
      minAmount: plain(entry.minAmount),
      exitAmount: plain(entry.exitAmount),
    },
    agreements: {
      ...agreements,
      promiseTolerance: plain(agreements.promiseTolerance),
      planTolerance: plain(agreements.planTolerance),
      authority: { agent: own('agent'), supervisor: own('supervisor'), manager: own('manager') },
    },
    secondPerson: {
      paymentAbove: plain(secondPerson.paymentAbove),
      creditAbove: plain(secondPerson.creditAbove),
      refundAbove: plain(secondPerson.refundAbove),
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
    monthlyCollectionTarget: orNone(target),
  };
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
    .filter((change) => plainly(change.old) !== plainly(change.new));
}

/** One form of a value: `1`, `1.0` and `1.00` are the same amount. */
function plainly(value: unknown): string {
  const isAmount = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
  return JSON.stringify(isAmount ? value.replace(/\.0+$|(\.\d*[1-9])0+$/, '$1') : value);
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
