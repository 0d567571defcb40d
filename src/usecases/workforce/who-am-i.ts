import { type Actor, allRights, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { userById } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';

/** The signed-in user with rights and the portfolios on which any right is held. */
export async function whoAmI(app: App, actor: Actor) {
  const user = actor.userId ? await userById(app.db, actor.userId) : undefined;
  if (!user) throw new Refusal('not-signed-in', {});
  const portfolios = await allPortfolios(app.db, app.tenantId);
  const mine = portfolios.filter(({ id }) => allRights.some((right) => may(actor, right, id)));
  return {
    user: { id: user.id, name: user.name, email: user.email },
    roles: [...user.roles],
    rights: allRights.filter((right) => may(actor, right)),
    portfolios: [...mine],
    locale: user.language,
    owes: actor.kind === 'user' ? (actor.owes ?? null) : null,
  };
}
