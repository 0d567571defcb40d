import * as compliance from '#contract/compliance/compliance.ts';
import * as packs from '#contract/compliance/rule-packs.ts';
import { askWhyNot } from '#usecases/compliance/ask-why-not.ts';
import { readBlocks } from '#usecases/compliance/read-blocks.ts';
import { readDecision } from '#usecases/compliance/read-decision.ts';
import { fileDecisions, readDecisions } from '#usecases/compliance/read-decisions.ts';
import { readPack, readPacks, readSwitches } from '#usecases/compliance/read-packs.ts';
import { proposeSwitch } from '#usecases/compliance/switch-rule.ts';
import { mountCsv } from '../csv.ts';
import { type HttpContext, mount } from '../mount.ts';

/** What was decided and why, when somebody may be contacted, and the rules themselves. */
export function mountCompliance(context: HttpContext): void {
  mount(context, compliance.readBlocks, readBlocks);
  mount(context, compliance.openBlocks, readDecisions);
  mountCsv(context, compliance.openBlocks, fileDecisions, {
    columns: [
      ...['id', 'kind', 'figure', 'happenedAt', 'day', 'portfolioName', 'campaign', 'channel'],
      ...['purpose', 'rules', 'caseId', 'customerReference', 'customerName', 'userName'],
    ],
    linesOf: ({ rows }) =>
      rows.map(({ rules, ...row }) => ({ ...row, rules: rules.map(({ rule }) => rule).join(' ') })),
  });
  mount(context, compliance.readDecision, readDecision);
  mount(context, compliance.askWhyNot, askWhyNot);
  mount(context, packs.readPacks, readPacks);
  mount(context, packs.readPack, readPack);
  mount(context, packs.readSwitches, readSwitches);
  mount(context, packs.proposeSwitch, proposeSwitch);
}
