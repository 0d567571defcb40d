import type { Facts } from '#domain/gate/facts/facts.ts';
import type { PolicySettings } from '#domain/policy/policy-settings.ts';
import type { App } from '#usecases/app.ts';
import { type Batch, type Ids, newIds, type Writing } from './batch.ts';
import { writeHistory } from './write-history.ts';
import { writePerson } from './write-person.ts';
import { writePortfolio } from './write-portfolio.ts';

/** An example as it stands in the database. */
export type Written = {
  readonly facts: Facts;
  readonly ids: Ids;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolio: {
    readonly id: string;
    readonly collectorRole: string;
    readonly callerId: string;
  };
  readonly settings: PolicySettings;
  /** Paths of facts that no place in the product holds. */
  readonly unheld: readonly string[];
};

/** Makes the rows of one example, a person of its own. */
export function writeExample(app: App, batch: Batch, facts: Facts): Written {
  const { newId, tenantId } = app;
  const unheld: string[] = [];
  const note = (path: string) => unheld.push(path);
  const made = { batch, newId, tenantId, unheld: note };
  const portfolios = new Map<string, ReturnType<typeof writePortfolio>>();
  const portfolioFor = (creditor: string, isAsked: boolean) => {
    const key = `${creditor} ${isAsked}`;
    const portfolio = portfolios.get(key) ?? writePortfolio(made, facts, creditor);
    portfolios.set(key, portfolio);
    return portfolio.id;
  };
  const asked = facts.debts.find(({ id }) => facts.proposed.debts.includes(id));
  const creditor = asked?.creditor ?? '';
  const portfolioId = portfolioFor(creditor, true);
  const portfolio = portfolios.get(`${creditor} true`);
  if (!portfolio) throw new Error('unreachable');
  const [customerId, caseId, ids] = [newId(), newId(), newIds(newId)];
  const writing: Writing = {
    ...{ batch, newId, tenantId, ids, facts, customerId, caseId, portfolioId, portfolioFor },
    unheld: note,
  };
  writePerson(writing);
  writeHistory(writing);
  const { settings, ...rest } = portfolio;
  return { facts, ids, customerId, caseId, portfolio: rest, settings, unheld };
}
