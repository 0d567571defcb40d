import { checkedPlace, placeProblems, plainCallerId } from '#domain/policy/checked-place.ts';
import { defaultSettings, firstReason } from '#domain/policy/default-settings.ts';
import { type LawTrait, lawTraits, traitSetting } from '#domain/policy/second-person.ts';
import { withPlainAmounts } from '#domain/policy/settings-checks.ts';
import { type Actor, allRights, may, type Right } from '#domain/workforce/rights.ts';
import { weekendOf } from '#kernel/business-days.ts';
import { isCurrency } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { isZone } from '#kernel/time.ts';
import { lockPortfolio } from '#storage/portfolios/policy.ts';
import { insertPolicyVersion } from '#storage/portfolios/portfolio-policies.ts';
import {
  allPortfolios,
  type CollectorTraits,
  type PortfolioRow,
} from '#storage/portfolios/portfolio-rows.ts';
import {
  creditorByName,
  insertCreditor,
  insertPortfolio,
  updatePortfolio,
} from '#storage/portfolios/portfolios.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logAdminEvent, portfolioChanged } from '#usecases/record-admin-event.ts';
import { portfolioOf } from './steps/portfolio-of.ts';
import { proposeChanges } from './steps/propose-changes.ts';

/** A portfolio to be made. */
export type NewPortfolio = Pick<
  PortfolioRow,
  'name' | 'creditorName' | 'kind' | 'product' | 'currency' | 'country' | 'zone' | 'collectorRole'
> & { readonly callerId: string };

/** The portfolios the actor holds any right on. */
export async function readPortfolios(app: App, actor: Actor) {
  const all = await allPortfolios(app.db, app.tenantId);
  const mine = all.filter(({ id }) => allRights.some((right) => may(actor, right, id)));
  return {
    portfolios: mine.map(({ policyVersion: _, creditorId: __, product, ...portfolio }) => ({
      ...portfolio,
      // What kind of debt it is: not for a desk that has verified nobody.
      product: knowsProducts(actor, portfolio.id) ? product : null,
    })),
  };
}

const knowingProducts: readonly Right[] = ['payment.read', 'insight.read', 'portfolio.place'];

function knowsProducts(actor: Actor, portfolioId: string): boolean {
  return knowingProducts.some((right) => may(actor, right, portfolioId));
}

/**
 * Changes the number that a portfolio calls from; its country, whose debts it holds and who collects
 * is only proposed, because it decides which law applies: a second person confirms it. What is left out stays. Throws `invalid-input` for a country or number that cannot
 * exist, `step-missing` for a proposal without a reason, `conflict` while another one waits.
 */
export async function changePortfolio(
  app: App,
  actor: Actor,
  wanted: {
    readonly kind?: PortfolioRow['kind'] | undefined;
    readonly usesThirdPartyName?: boolean | undefined;
    readonly businessAssociate?: boolean | null | undefined;
    readonly actsFor?: CollectorTraits['actsFor'] | undefined;
    readonly portfolioId: string;
    readonly country: string;
    readonly callerId: string;
    /** Why another law is to apply. */
    readonly reason?: string | null | undefined;
  },
): Promise<{ changed: number; proposed: number }> {
  const { portfolioId } = wanted;
  allow(actor, 'portfolio.place', portfolioId);
  const { country, callerId } = checkedPlace(wanted);
  return app.db.transaction().execute(async (tx) => {
    await lockPortfolio(tx, portfolioId);
    const before = await portfolioOf(app, portfolioId, tx);
    const after = {
      country,
      callerId,
      kind: wanted.kind ?? before.kind,
      usesThirdPartyName: wanted.usesThirdPartyName ?? before.usesThirdPartyName,
      businessAssociate:
        wanted.businessAssociate === undefined
          ? before.businessAssociate
          : wanted.businessAssociate,
      actsFor: wanted.actsFor === undefined ? before.actsFor : wanted.actsFor,
    };
    const changes = (Object.keys(after) as (keyof typeof after)[])
      .map((setting) => ({ setting, old: before[setting], new: after[setting] }))
      .filter((change) => change.old !== change.new);
    const isTrait = (setting: string) => lawTraits.some((trait) => trait === setting);
    const waiting = changes.filter(({ setting }) => isTrait(setting));
    const atOnce = changes.filter(({ setting }) => !isTrait(setting));
    await proposeChanges(app, tx, actor, {
      ...{ kind: 'portfolio', portfolioId, reason: reasonOf(waiting.length, wanted.reason) },
      changes: waiting.map((change) => ({
        ...change,
        setting: traitSetting(change.setting as LawTrait),
      })),
    });
    if (atOnce.length > 0) {
      await updatePortfolio(tx, portfolioId, { callerId });
      await logAdminEvent(app, tx, actor, portfolioChanged, { changes: atOnce }, portfolioId);
    }
    return { changed: atOnce.length, proposed: waiting.length };
  });
}

/** The reason of a proposal; nothing is proposed without one. */
function reasonOf(waiting: number, given: string | null | undefined): string {
  const reason = given?.trim() ?? '';
  if (waiting > 0 && reason === '') throw new Refusal('step-missing', { needs: 'reason' });
  return reason;
}

/**
 * Makes a portfolio, and its creditor when there is none of that name. Whoever manages one portfolio
 * makes no others. Throws `conflict` when the name is taken.
 */
export async function createPortfolio(
  app: App,
  actor: Actor,
  wanted: NewPortfolio,
): Promise<{ id: string }> {
  allow(actor, 'portfolio.create');
  const problems = [
    ...(isCurrency(wanted.currency) ? [] : [{ path: 'currency', message: 'unknown-currency' }]),
    ...(isZone(wanted.zone) ? [] : [{ path: 'zone', message: 'unknown-zone' }]),
    ...placeProblems(wanted),
  ];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  const id = app.newId();
  await app.db.transaction().execute(async (tx) => {
    const { tenantId } = app;
    const known = await creditorByName(tx, tenantId, wanted.creditorName);
    const creditorId = known ?? app.newId();
    if (!known) await insertCreditor(tx, { id: creditorId, tenantId, name: wanted.creditorName });
    const policyVersion = 1;
    await insertPolicyVersion(tx, {
      portfolioId: id,
      version: policyVersion,
      settings: withPlainAmounts(
        { ...defaultSettings, weekend: weekendOf(wanted.country) },
        wanted.currency,
      ),
      madeAt: now(app),
      madeBy: actor.userId,
      confirmedBy: null,
      reason: firstReason,
    });
    const callerId = plainCallerId(wanted);
    const row = { ...wanted, callerId, id, creditorId, policyVersion };
    const made = await insertPortfolio(tx, tenantId, row);
    if (!made) throw new Refusal('conflict', { thing: 'portfolio', reason: 'name-taken' });
    await logAdminEvent(app, tx, actor, 'portfolio.created', {}, id);
  });
  return { id };
}
