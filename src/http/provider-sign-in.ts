import type { FastifyRequest } from 'fastify';
import type { ProviderSecrets } from '#ports/identity-provider.ts';
import { beginProviderSignIn, finishProviderSignIn } from '#usecases/account/provider-sign-in.ts';
import type { HttpContext } from './mount.ts';
import { letIn, libraryHeaders, type SignInLibrary } from './sign-in.ts';

const cookie = 'dunlin.oidc';
const cookieSeconds = 600;
const keptText =
  /(?:^|;\s*)dunlin\.oidc=([A-Za-z0-9_-]{20,200})\.([\w-]{20,200})\.([\w-]{20,200})(?:;|$)/;

/** `/api/auth/ways`, and the way to the identity provider and back. */
export function mountProviderSignIn(context: HttpContext, library: SignInLibrary): void {
  const { server, app } = context;
  const config = { rateLimit: { max: 300, timeWindow: 60_000 } };
  const secure = library.baseUrl.startsWith('https:') ? '; Secure' : '';
  const cookieOf = (value: string, seconds: number) =>
    `${cookie}=${value}; Path=/api/auth/oidc; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;

  server.get('/api/auth/ways', async (_, reply) =>
    reply.send({ provider: app.identity.provider !== null }),
  );

  server.post('/api/auth/oidc/begin', { config }, async (_, reply) => {
    const { url, kept } = await beginProviderSignIn(app);
    const value = [kept.state, kept.nonce, kept.verifier].join('.');
    void reply.header('set-cookie', cookieOf(value, cookieSeconds));
    return reply.send({ url });
  });

  server.get('/api/auth/oidc/callback', { config }, async (request, reply) => {
    const arrived = { cameTo: request.url, kept: keptBy(request) };
    const found = await finishProviderSignIn(app, arrived);
    void reply.header('set-cookie', cookieOf('', 0));
    if ('refused' in found) {
      request.log.warn({ why: found.why }, 'a sign-in by the identity provider was refused');
      return reply.redirect(`/sign-in?refused=${found.refused}`);
    }
    const answer = await library.begin(found.userId, libraryHeaders(library, request));
    const entry = { request, reply, answer, method: 'oidc', factors: found.factors } as const;
    await letIn(context, library, entry);
    return reply.redirect('/');
  });
}

/** What the browser kept while it was at the provider; null when it was never sent there. */
function keptBy(request: FastifyRequest): ProviderSecrets | null {
  const [, state, nonce, verifier] = keptText.exec(request.headers.cookie ?? '') ?? [];
  return state && nonce && verifier ? { state, nonce, verifier } : null;
}
