import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { i18n } from 'i18next';
import { cataloguesOf } from '#web/ui/catalogues.ts';
import { ApiProblem } from '#web/ui/client/api.ts';
import { mayUse, meQuery, useMe } from '#web/ui/client/me.ts';
import { PageFrame } from '#web/ui/frame.tsx';
import { EmptyState, ErrorState } from '#web/ui/states.tsx';
import { useWords } from '#web/ui/words.ts';
import { type AreaRoute, areaRoutes } from './routes.ts';
import { Shell } from './shell.tsx';

type RouterContext = { readonly queries: QueryClient; readonly words: i18n };

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => (
    <PageFrame>
      <ErrorState problem={error} onRetry={reset} />
    </PageFrame>
  ),
  notFoundComponent: NotFound,
});

function NotFound() {
  const { t } = useWords();
  return (
    <PageFrame>
      <EmptyState title={t('ui:notFound.title')} about={t('ui:notFound.about')}>
        <a href="/">{t('ui:notFound.home')}</a>
      </EmptyState>
    </PageFrame>
  );
}

/** A path of our own to return to after signing in; anything else becomes the start page. */
export function safeReturn(path: unknown): string {
  const isOwn = typeof path === 'string' && /^\/(?![/\\])/.test(path);
  return isOwn && !path.startsWith('/sign-in') ? path : '/';
}

const SignIn = lazyRouteComponent(() => import('#web/sign-in/sign-in.tsx'), 'SignIn');

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { back?: string } => {
    const back = safeReturn(search.back);
    return back === '/' ? {} : { back };
  },
  loader: async ({ context }) => {
    await Promise.all([context.words.loadNamespaces('sign-in'), SignIn.preload?.()]);
  },
  component: SignIn,
});

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    try {
      const { owes } = await context.queries.ensureQueryData(meQuery);
      if (owes !== null && location.pathname !== '/account') throw redirect({ to: '/account' });
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      throw redirect({ to: '/sign-in', search: { back: safeReturn(location.href) } });
    }
  },
  component: Shell,
});

const start = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: function Start() {
    const { t } = useWords();
    const me = useMe();
    const first = areaRoutes.find(({ menu, rights }) => menu && mayUse(me, rights));
    if (first) return <Navigate to={first.path} replace />;
    return <EmptyState title={t('ui:nothing.title')} about={t('ui:nothing.about')} />;
  },
});

function screenRoute({ path, catalogue, rights, load }: AreaRoute) {
  const Screen = lazyRouteComponent(load, 'Screen');
  return createRoute({
    getParentRoute: () => inside,
    path,
    loader: async ({ context }) => {
      await Promise.all([
        context.words.loadNamespaces(cataloguesOf(catalogue)),
        Screen.preload?.(),
      ]);
    },
    component: function Guarded() {
      const { t } = useWords();
      if (mayUse(useMe(), rights)) return <Screen />;
      return <EmptyState title={t('ui:notForYou.title')} about={t('ui:notForYou.about')} />;
    },
  });
}

/** The router of the whole product: sign-in outside, every area inside the shell. */
export function createScreens(context: RouterContext) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      inside.addChildren([start, ...areaRoutes.map(screenRoute)]),
    ]),
    context,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}
