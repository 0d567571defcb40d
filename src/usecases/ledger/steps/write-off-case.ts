import { writtenOff } from '#domain/ledger/postings.ts';
import { dateIn } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { itemsOfCase } from '#storage/ledger/accounts.ts';
import { openItems, writePostings } from '#storage/ledger/ledger.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Takes the open debt of a case off the books, by postings in the transaction of its approval: the
 * accounting file that goes out with it tells what the ledger tells.
 */
export async function writeOffCase(app: App, tx: Tx, place: Place, ref: CaseRef): Promise<void> {
  const { id: portfolioId, currency, zone } = place.portfolio;
  const { customerId } = ref;
  const mine = new Set(await itemsOfCase(tx, ref));
  const open = await openItems(tx, portfolioId, [customerId]);
  const bookedOn = dateIn(zone, app.clock());
  const booking = { customerId, portfolioId, currency, bookedOn, eventId: app.newId() };
  const shares = open
    .filter(({ itemId }) => mine.has(itemId))
    .flatMap(({ itemId, accountId, owed }) =>
      components.flatMap((component) =>
        owed[component] > 0n ? [{ itemId, accountId, component, amount: owed[component] }] : [],
      ),
    );
  const kept = { tenantId: app.tenantId, recordedAt: now(app), importId: null };
  await writePostings(
    tx,
    writtenOff(booking, shares).map((posting) => ({
      ...posting,
      ...kept,
      id: app.newId(),
    })),
    bookedOn,
  );
}

const components = ['principal', 'interest', 'fee', 'cost'] as const;
