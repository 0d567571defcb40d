import type { WhoAsks } from '#http/mount.ts';
import { headersOf } from '#http/server.ts';
import { actorOfSignIn } from '#usecases/account/sign-in.ts';
import type { App } from '#usecases/app.ts';
import type { Auth } from './auth.ts';

/** A page tells with this header that it asks by itself: nobody touched it for a while. */
const unattendedHeader = 'x-dunlin-unattended';

/** The stream stays open by itself; it does not show that anybody is there. */
const streamPath = '/api/live';

/** Knows the actor of a request from its cookie; an inactive user is nobody. */
export function knowBySignIn(app: App, auth: Auth): WhoAsks {
  return async (request) => {
    const found = await auth.api.getSession({ headers: headersOf(request) });
    if (!found) return null;
    const path = request.url.split('?')[0];
    const isAttended = request.headers[unattendedHeader] !== '1' && path !== streamPath;
    return actorOfSignIn(app, found.session.id, isAttended);
  };
}
