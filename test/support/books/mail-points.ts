import type { BookPlace } from './small-book.ts';

/** Gives every customer of the book that has none a street to write to. */
export async function addMailPoints({ app, db }: BookPlace): Promise<void> {
  const customers = await db.selectFrom('customers').select(['id', 'tenantId']).execute();
  const had = await db
    .selectFrom('contactPoints')
    .select('customerId')
    .where('kind', '=', 'mail')
    .execute();
  for (const { id: customerId, tenantId } of customers) {
    if (had.some((point) => point.customerId === customerId)) continue;
    await db
      .insertInto('contactPoints')
      .values({
        ...{ customerId, tenantId, id: app.newId(), kind: 'mail', value: '1 High Street' },
        ...{ zones: ['America/New_York'], source: 'test', state: 'valid', rank: 9 },
        createdAt: new Date(app.clock()).toISOString(),
      })
      .execute();
  }
}
