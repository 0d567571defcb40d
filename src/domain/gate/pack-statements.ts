import type { Pack, Rule } from './pack.ts';
import { silencesOf } from './silent-channels.ts';
import { ASPECTS, type Aspect, type Statement } from './statements.ts';

const HEADS: Readonly<Record<Aspect, string>> = {
  hours: 'hours',
  days: 'days',
  frequency: 'frequency',
  channels: 'channels',
  third_parties: 'third parties',
};

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

const named = (ids: readonly string[]) => ids.map((id) => `\`${id}\``).join(', ');

const cell = (pack: Pack, aspect: Aspect) => said(pack.statements?.[aspect]);

function said(statement: Statement | undefined): string {
  if (!statement) return '';
  if ('rules' in statement) return named(statement.rules);
  return `None. ${statement.none} (looked ${statement.lookedOn})`;
}

function silence(pack: Pack, packs: readonly Pack[]): string {
  return named(silencesOf(packs, pack)) || 'none';
}

function representativeRows(packs: readonly Pack[]): string[] {
  return packs.flatMap(({ id, name, statements }) =>
    statements?.representatives
      ? [row([`\`${id}\` ${name}`, said(statements.representatives)])]
      : [],
  );
}

/** What a rule of unread source does until two people have read the law. */
function meanwhile({ check, requires, enforcement, setting }: Rule): string {
  if (!check && !requires) return 'nothing: it only explains, or names what has to be read';
  if (setting) return 'speaks as the operator sets it, and is silent until then';
  if (enforcement === 'duty') return 'reminds of what is due, refuses nothing';
  if (enforcement === 'advisory') return 'remarks, refuses nothing';
  return 'refuses like a rule that was read; does not count as a rule of any channel';
}

function unreadRows(packs: readonly Pack[]): string[] {
  return packs.flatMap(({ rules }) =>
    rules
      .filter(({ basis }) => basis === 'unread')
      .map((rule) =>
        row([`\`${rule.id}\``, rule.citation, rule.enforcement, rule.confidence, meanwhile(rule)]),
      ),
  );
}

const unreadHeads = row(['rule', 'law', 'kind', 'how sure', 'until it is read']);

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
    'a rule was looked for and not found, and on which day. A channel of which no rule of the place that',
    'was read speaks is refused until two people have confirmed that none is needed (docs/compliance.md).',
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...rows,
    '',
    '## Representatives',
    '',
    'Whether the law of the place has contact go through whoever the person appointed. Where it does not say so,',
    'and in every place that is not listed, the operator’s own limit `DUNLIN-HOLD-REPRESENTATIVE` does.',
    '',
    row(['pack', 'representatives']),
    row(['---', '---']),
    ...representativeRows(packs),
    '',
    '## Rules of unread source',
    '',
    'What our knowledge of these rests on is memory. Each does what its last column says until two people',
    'who have read the law confirm it or switch it off.',
    '',
    unreadHeads,
    row(['---', '---', '---', '---', '---']),
    ...unreadRows(packs),
    '',
  ].join('\n');
}
