import { holdBlocks, holdKinds } from './holds.ts';
import { caseStates, stateFacts } from './states.ts';
import { transitionTable } from './transition-table.ts';
import type { Transition } from './triggers.ts';

/** Mermaid takes no hyphen in a state's id. */
function idOf(state: string): string {
  return state.replaceAll('-', '_');
}

function arrows(): string[] {
  const drawn = new Map<string, Set<string>>();
  for (const row of transitionTable) {
    if (row.to === 'same' || row.to === 'previous' || row.from.length > 4) continue;
    for (const from of row.from) {
      const arrow = `${idOf(from)} --> ${idOf(row.to)}`;
      const on = drawn.get(arrow) ?? new Set();
      for (const trigger of row.on) on.add(trigger);
      drawn.set(arrow, on);
    }
  }
  return [...drawn].map(([arrow, on]) => `  ${arrow}: ${[...on].join(', ')}`);
}

function tableRow(row: Transition): string {
  const to = row.closes === undefined ? row.to : `${row.to} (${row.closes})`;
  const cells = [row.from, [to], row.on, row.guards, row.effects];
  return `| ${cells.map((cell) => cell.join(', ') || '–').join(' | ')} |`;
}

/** The documentation of the case states as Markdown, from the tables and nothing else. */
export function caseStatesMarkdown(): string {
  return `${[
    '# Case states',
    '',
    'Printed from the tables in `src/domain/cases` by `npm run docs:generate`. Do not edit by hand.',
    '',
    '## States',
    '',
    '| State | Meaning | Column on the work board | Open |',
    '|---|---|---|---|',
    ...caseStates.map((state) => {
      const { meaning, wipStage, open } = stateFacts[state];
      return `| ${state} | ${meaning} | ${wipStage} | ${open ? 'yes' : 'no'} |`;
    }),
    '',
    '## Diagram',
    '',
    'Moves that many states share (debt cleared, payment reversed, hold set or lifted) are only in',
    'the table below.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> watch',
    '  [*] --> event',
    ...arrows(),
    '  closed --> [*]',
    '```',
    '',
    '## Transitions',
    '',
    'Rows are tried from the top; the first row whose guards all pass is the move.',
    '',
    '| From | To | On | Guards | Effects |',
    '|---|---|---|---|---|',
    ...transitionTable.map(tableRow),
    '',
    '## Holds',
    '',
    'A hold lies over any open state. Each has an owner and a review date.',
    '',
    '| Hold | Blocks |',
    '|---|---|',
    ...holdKinds.map((kind) => `| ${kind} | ${holdBlocks[kind].join(', ')} |`),
  ].join('\n')}\n`;
}
