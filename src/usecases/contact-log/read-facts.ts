import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { logLines, logLinesLimit } from '#storage/contact-log/contact-facts.ts';
import { groupOf, linksOf } from '#storage/contact-log/person-links.ts';
import { type App, allow } from '#usecases/app.ts';

/**
 * The raw log of the person of a case, the last written first, with the records that are the same
 * person. Of other records only what lies on portfolios the actor may see. Open to whoever records
 * facts or reads decisions: it may tell of health or third parties.
 */
export async function readFacts(app: App, actor: Actor, { caseId }: { readonly caseId: string }) {
  const reads = (portfolioId?: string) =>
    may(actor, 'fact.record', portfolioId) || may(actor, 'decision.read', portfolioId);
  if (!reads()) allow(actor, 'decision.read');
  const place = await caseRefOf(app.db, caseId);
  if (!place) throw new Refusal('not-found', { thing: 'case', id: caseId });
  if (!reads(place.portfolioId)) allow(actor, 'decision.read', place.portfolioId);
  const people = await groupOf(app.db, place.customerId);
  const lines = await logLines(app.db, people);
  const isOpen = (portfolioId: string | null) => portfolioId !== null && reads(portfolioId);
  const isRestricted = (portfolioId: string | null) =>
    may(actor, 'note.restricted', portfolioId ?? place.portfolioId);
  const links = await linksOf(app.db, place.customerId);
  return {
    more: lines.length === logLinesLimit,
    people: links.map(({ id, name, reference, portfolioIds }) => {
      const shown = portfolioIds.some(isOpen);
      return { linkId: id, name: shown ? name : null, reference: shown ? reference : null };
    }),
    lines: lines
      .filter(({ kind, portfolioId }) => !tellsOfHealth(kind) || isRestricted(portfolioId))
      .filter(({ customerId, portfolioId }) =>
        customerId === place.customerId
          ? portfolioId === null || isOpen(portfolioId)
          : isOpen(portfolioId),
      )
      .map(({ customerId, portfolioId: _, ...line }) => ({
        ...line,
        details: named(line.details, app.tenantId),
        ofOther: customerId !== place.customerId,
      })),
  };
}

/** Kinds that say that somebody is vulnerable: for who reads restricted notes. */
function tellsOfHealth(kind: string): boolean {
  return kind.startsWith('vulnerable');
}

/** A consent given to ourselves bears our id, which tells a reader nothing. */
function named(details: Readonly<Record<string, unknown>>, tenantId: string) {
  const { given_to, ...rest } = details;
  return given_to === tenantId ? rest : details;
}
