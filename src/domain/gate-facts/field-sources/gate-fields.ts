import {
  contentSources,
  policySources,
  proposedSources,
  voicemailSources,
} from './attempt-sources.ts';
import { type FieldSource, wholeSources } from './field-source.ts';
import { consentSources, eventSources, logSources } from './history-sources.ts';
import {
  collectorSources,
  consumerSources,
  debtSources,
  inconvenienceSources,
  pointSources,
  signalSources,
  statusSources,
  workRequestSources,
} from './people-sources.ts';

/** Where every field of every part of the facts has its value from. */
export const fieldSources: Readonly<Record<string, Readonly<Record<string, FieldSource>>>> = {
  Facts: wholeSources,
  Collector: collectorSources,
  Consumer: consumerSources,
  LocationSignal: signalSources,
  Inconvenience: inconvenienceSources,
  WorkRequest: workRequestSources,
  PersonStatus: statusSources,
  ContactPoint: pointSources,
  Debt: debtSources,
  LogEntry: logSources,
  Consent: consentSources,
  CaseEvent: eventSources,
  Policy: policySources,
  Proposed: proposedSources,
  Content: contentSources,
  VoicemailPlan: voicemailSources,
};

const code = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(', ');

function cells(source: FieldSource): readonly [string, string] {
  if ('outside' in source) return ['–', `only \`npm run decide\`: ${source.outside}`];
  if ('stricter' in source) return ['–', `not told, which is the stricter: ${source.stricter}`];
  if ('by' in source) return ['–', `see \`${source.by}\`: ${source.why}`];
  const ways = code(source.ways) + (source.unasked ? ` (${source.unasked})` : '');
  return [source.kept.length > 0 ? code(source.kept) : '–', ways];
}

const intro = `# What the gate is told

Printed by \`npm run docs:generate\` from \`src/domain/gate-facts/field-sources\`. For each field of the
facts: the columns that keep it, and the ways by which it gets there: \`import\` a column of an
imported file, \`endpoint\` a screen and its endpoint, \`fact\` and \`consent\` a detail of what is
recorded, \`setting\` the policy of the portfolio, \`how\` what a use case says of the contact it wants,
\`product\` the file that works it out. A test fails when a rule asks for a field that nobody supplies,
and when a column, a way or a file named here does not exist.
`;

/** The table of fields for the docs. */
export function gateFieldsMarkdown(): string {
  const parts = Object.entries(fieldSources).map(([type, fields]) => {
    const lines = Object.entries(fields).map(([field, source]) => {
      const [where, how] = cells(source);
      return `| \`${field}\` | ${where} | ${how} |`;
    });
    return [
      `## ${type}`,
      '',
      '| Field | Kept in | Gets there by |',
      '| --- | --- | --- |',
      ...lines,
    ];
  });
  return `${intro}\n${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
}
