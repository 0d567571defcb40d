import type { Pack } from './pack.ts';
import { silencesOf } from './silent-channels.ts';
import { ASPECTS, type Aspect } from './statements.ts';

const HEADS: Readonly<Record<Aspect, string>> = {
  hours: 'hours',
  days: 'days',
  frequency: 'frequency',
  channels: 'channels',
  third_parties: 'third parties',
};

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ');

function cell(pack: Pack, aspect: Aspect): string {
  const statement = pack.statements?.[aspect];
  if (!statement) return '';
  if ('rules' in statement) return named(statement.rules);
  return `None. ${statement.none} (looked ${statement.lookedOn})`;
}

function silence(pack: Pack, packs: readonly Pack[]): string {
  return named(silencesOf(packs, pack)) || 'none';
}

/** The page that says of each pack what it says, and where it was looked for in vain. */
export function packStatementsMarkdown(packs: readonly Pack[]): string {
  const heads = ['pack', ...ASPECTS.map((aspect) => HEADS[aspect]), 'channels without a rule'];
  const rows = packs.map((pack) =>
    row([
      `\`${pack.id}\` ${pack.name}`,
      ...ASPECTS.map((aspect) => cell(pack, aspect)),
      silence(pack, packs),
    ]),
  );
  return [
    '# What each rule pack says',
    '',
    'Printed from `src/rulepacks` by `npm run docs:generate`. Do not edit by hand.',
    '',
    'For each pack the rules that speak of hours, days, frequency, channels and third parties, or where',
    'a rule was looked for and not found, and on which day. A channel without any rule of the place is',
    'refused until two people have confirmed that none is needed (docs/compliance.md).',
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows,
    '',
  ].join('\n');
}
