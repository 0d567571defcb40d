import { debtTypeOf } from '#domain/debts/debt-types.ts';
import { obligationKinds } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';
import type { PackNotice } from '#domain/gate/pack.ts';
import { factOfDuty } from '#domain/obligations/duty-facts.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { type ObligationRow, standsOpen } from '#storage/obligations/obligations.ts';
import { debtProducts } from '#storage/obligations/person-place.ts';
import type { App, Db } from '#usecases/app.ts';

const dayMs = 86_400_000;

/** When a part of a notice has to be there. */
export type PartNeed = 'always' | 'electronic' | 'no';

/** The notice that a law prescribes for an obligation, part by part; undefined for none. */
export function noticeAsked(app: App, { kind }: Pick<ObligationRow, 'kind'>) {
  return app.gate.packs.flatMap(({ notices = [] }) => notices).find((one) => one.kind === kind);
}

/** Which parts of a notice its law asks for with the debts of this person, by key. */
export async function partsNeeded(
  db: Db,
  notice: PackNotice,
  { customerId, portfolioId }: Pick<ObligationRow, 'customerId' | 'portfolioId'>,
): Promise<(key: string) => PartNeed> {
  const debts = await debtProducts(db, customerId, portfolioId);
  const debtTypes = debts.map(({ debtType, product }) => debtType ?? debtTypeOf(product));
  const onPaper = notice.required({ debtTypes, sentElectronically: false });
  const electronic = notice.required({ debtTypes, sentElectronically: true });
  return (key) => {
    if (onPaper.includes(key)) return 'always';
    return electronic.includes(key) ? 'electronic' : 'no';
  };
}

/**
 * That a notice whose parts a law prescribes is not owed on a case: what is owed is told there, where
 * its parts are asked. One that went out more than a day before the duty arose is history, which meets
 * no duty. Throws `step-missing`.
 */
export async function expectNotOwed(
  app: App,
  db: Db,
  place: { readonly customerId: string; readonly caseId: string },
  { word, sentAt }: { readonly word: EventWord; readonly sentAt: Instant },
): Promise<void> {
  const by = instantOf(msOf(sentAt) + dayMs);
  for (const kind of obligationKinds) {
    if (factOfDuty(kind) !== word || !noticeAsked(app, { kind })) continue;
    if (await standsOpen(db, place, kind, by)) {
      throw new Refusal('step-missing', { needs: 'notice-parts' });
    }
  }
}

/**
 * That what was sent held every part that the law asks for. Throws `invalid-input` that names each part
 * nobody says was in it.
 */
export async function checkParts(
  app: App,
  db: Db,
  obligation: ObligationRow,
  { how, parts }: { readonly how: string; readonly parts: readonly string[] },
): Promise<void> {
  const notice = noticeAsked(app, obligation);
  if (!notice) return;
  const needOf = await partsNeeded(db, notice, obligation);
  const isElectronic = how === 'email' || how === 'sms';
  const problems = notice.fields
    .map(({ key }) => key)
    .filter((key) => needOf(key) === 'always' || (isElectronic && needOf(key) === 'electronic'))
    .filter((key) => !parts.includes(key))
    .map((key) => ({ path: `parts.${key}`, message: 'part-missing' }));
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
}
