import { performance } from 'node:perf_hooks';
import { readOptOut } from '#domain/opt-out-detection/opt-out-request.ts';
import type { BenchResult, Figure } from './figure.ts';
import { ownWords, realMessages, type Written } from './support/wording-sets.ts';

const rounds = 3;
const falseAlarmBudget = 0.005;
const missBudget = 0.02;
const ownAlarmBudget = 0.02;
const paceBudget = 1000;

/**
 * How well wishes to be left alone are told from other messages: false alarms on real text messages
 * between people, misses and false alarms on what a debtor might write, and how fast.
 */
export async function bench(): Promise<BenchResult> {
  const refusals = ownWords('refusals');
  const others = ownWords('others');
  const [ham, spam] = [realMessages('ham'), realMessages('spam')];
  return {
    name: 'wording',
    setting: `${ham.length} messages between people, ${spam.length} of spam; ${
      refusals.tuned.length + refusals.heldOut.length
    } refusals and ${others.tuned.length + others.heldOut.length} others in seven languages`,
    figures: [
      ...alarms('messages between people', ham, falseAlarmBudget),
      ...alarms('spam, which nobody sends to a collector', spam, null),
      ...alarms('what a debtor might write, looked at', others.tuned, ownAlarmBudget),
      ...alarms('what a debtor might write, held out', others.heldOut, ownAlarmBudget),
      ...misses('looked at', refusals.tuned),
      ...misses('held out', refusals.heldOut),
      paceOf(ham),
    ],
  };
}

function share(list: readonly Written[], is: (found: 'sure' | 'unsure' | 'none') => boolean) {
  const found = list.filter(({ language, text }) => {
    const read = readOptOut(text, { channel: 'sms', language });
    return is(read.kind === 'opt_out' ? read.certainty : 'none');
  });
  return (100 * found.length) / list.length;
}

function percent(what: string, measured: number, budget: number | null): Figure {
  return {
    what,
    unit: '%',
    measured,
    ...{ baseline: null, baselineWhat: null },
    budget: budget === null ? 'none' : `≤ ${budget * 100} %`,
    met: budget === null || measured <= budget * 100,
  };
}

function alarms(what: string, list: readonly Written[], budget: number | null): Figure[] {
  const sure = share(list, (found) => found === 'sure');
  const unsure = share(list, (found) => found === 'unsure');
  return [
    percent(`false alarms, ${what} (${list.length})`, sure + unsure, budget),
    percent('  of them taken for sure', sure, null),
  ];
}

function misses(what: string, list: readonly Written[]): Figure[] {
  return [
    percent(
      `refusals missed, ${what} (${list.length})`,
      share(list, (found) => found === 'none'),
      missBudget,
    ),
    percent(
      '  obeyed, but left to a person to confirm',
      share(list, (found) => found === 'unsure'),
      null,
    ),
  ];
}

function paceOf(list: readonly Written[]): Figure {
  const paces = Array.from({ length: rounds }, () => {
    const began = performance.now();
    for (const { text } of list) readOptOut(text, { channel: 'sms' });
    return list.length / ((performance.now() - began) / 1000);
  });
  const measured = Math.max(...paces);
  return {
    what: `messages read, best of ${rounds} rounds`,
    unit: '/s',
    measured,
    ...{ baseline: null, baselineWhat: null },
    budget: `≥ ${paceBudget} /s`,
    met: measured >= paceBudget,
  };
}
