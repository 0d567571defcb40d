import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Instant, instantOf } from '#kernel/time.ts';
import { type ConsentSpan, revokedSince } from './revoked-consents.ts';

const day = (text: string): Instant => instantOf(Date.parse(`${text}T00:00:00Z`));

const span = (customerId: string, over: Partial<ConsentSpan> = {}): ConsentSpan => ({
  ...{
    customerId,
    kind: 'email',
    portfolioId: null,
    contactPointId: null,
    debts: [],
    givenTo: 'us',
  },
  ...{ occurredAt: null, receivedAt: day('2026-01-01'), ...over },
});

test('a consent of a long file is compared with those of the same person alone', () => {
  const count = 2_000;
  let looks = 0;
  const consents = Array.from({ length: count }, (_, at) =>
    Object.defineProperty(
      { ...span(`c-${at}`, { revokedAt: day('2026-03-01'), revocationSource: 'import' }) },
      'contactPointId',
      {
        get: () => {
          looks += 1;
          return null;
        },
      },
    ),
  );
  const isRevoked = revokedSince(consents);
  for (let at = 0; at < count; at += 1) assert.ok(isRevoked(span(`c-${at}`)));
  assert.ok(looks <= count, String(looks));
  assert.equal(isRevoked(span('c-1', { receivedAt: day('2026-04-01') })), false);
  assert.equal(isRevoked(span('c-1', { kind: 'text' })), false);
});
