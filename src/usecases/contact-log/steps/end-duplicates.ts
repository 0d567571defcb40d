import { endedWith } from '#domain/intake/revoked-consents.ts';
import type { Instant } from '#kernel/time.ts';
import { endConsent } from '#storage/contact-log/consents.ts';
import { append } from '#storage/event-log.ts';
import { consentsOf } from '#storage/intake/import-consents.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { factEvent } from '#usecases/record-event.ts';

/** A consent that its person revoked, from when and by which way. */
type Revoked = { readonly id: string; readonly at: Instant; readonly source: string };

/**
 * Ends what the person gave before for the same as a consent they revoked, on every record that is
 * theirs: who takes back a consent takes back each note of it.
 */
export async function endDuplicates(
  app: App,
  tx: Tx,
  of: {
    readonly people: readonly string[];
    readonly portfolioId: string;
    readonly userId: string | null;
  },
  revoked: readonly Revoked[],
): Promise<void> {
  if (revoked.length === 0) return;
  const all = await consentsOf(tx, of.people);
  const done = new Set<string>();
  for (const { id, at, source } of revoked) {
    for (const consent of endedWith({ id, at }, all)) {
      if (done.has(consent.id)) continue;
      done.add(consent.id);
      const recordedAt = now(app);
      await endConsent(tx, consent, {
        ...{ revokedAt: at, revocationSource: source, revokedBy: of.userId },
        revocationRecordedAt: recordedAt,
      });
      const portfolioId = consent.portfolioId ?? of.portfolioId;
      const { customerId, kind } = consent;
      const about = { customerId, caseId: null, portfolioId, userId: of.userId };
      const times = { occurredAt: at, receivedAt: at, recordedAt };
      const facts = { consentId: consent.id, consent: kind };
      await append(tx, [factEvent(app, about, 'consent.revoked', times, facts)]);
    }
  }
}
