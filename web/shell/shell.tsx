import { ActionIcon, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { countApprovals } from '#contract/approvals.ts';
import { Bird } from '#web/ui/bird.tsx';
import { LiveProvider, useLiveState } from '#web/ui/client/live.tsx';
import { mayUse, useMe } from '#web/ui/client/me.ts';
import { useEndpoint } from '#web/ui/client/queries.ts';
import { hasNoFocus } from '#web/ui/focus.ts';
import { PageFrame } from '#web/ui/frame.tsx';
import { MenuIcon, SearchIcon } from '#web/ui/icons.tsx';
import { type Action, ActionProvider, useActions } from '#web/ui/keys/actions.tsx';
import { KeyHint } from '#web/ui/keys/keys.tsx';
import { onPageNamed, pageName } from '#web/ui/page-title.ts';
import classes from '#web/ui/shell.module.css';
import { UserMenu } from '#web/ui/user-menu.tsx';
import { useWords } from '#web/ui/words.ts';
import { areaRoutes } from './routes.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const Notices = lazy(async () => ({ default: (await import('#web/ui/notices.tsx')).Notices }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** The frame around every screen of a signed-in user. */
export function Shell() {
  return (
    <LiveProvider>
      <ActionProvider>
        <Frame />
      </ActionProvider>
    </LiveProvider>
  );
}

const approvalNews = ['approval.asked', 'approval.answered'] as const;

type Area = { readonly path: string; readonly menu: string };

function useAreas(): Area[] {
  const me = useMe();
  return areaRoutes.flatMap(({ path, menu, rights }) =>
    menu && mayUse(me, rights) ? [{ path, menu }] : [],
  );
}

function Frame() {
  const { t } = useWords();
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null);
  const areas = useAreas();
  useShellActions(areas, setOverlay);
  const closed = () => setOverlay(null);
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('ui:skip')}
      </a>
      <header className={classes.bar}>
        <Link to="/" className={classes.brand} aria-label={t('ui:home')}>
          <Bird />
          <span>Dunlin</span>
        </Link>
        <AreaLinks areas={areas} />
        <div className={classes.tools}>
          <LiveSign />
          <UnstyledButton
            className={classes.search}
            onClick={() => setOverlay('palette')}
            title={t('ui:palette.title')}
            aria-keyshortcuts="Control+K"
          >
            <SearchIcon size={14} />
            <span>{t('ui:palette.open')}</span>
            <KeyHint shortcut="mod+k" />
          </UnstyledButton>
          <UserMenu onKeys={() => setOverlay('keys')} />
          <AreaMenu areas={areas} />
        </div>
      </header>
      <PageFrame>
        <Outlet />
      </PageFrame>
      <PageNews />
      <Suspense>
        <Notices />
      </Suspense>
      <Suspense>
        {overlay === 'palette' ? <Palette onClosed={closed} /> : null}
        {overlay === 'keys' ? <KeySheet onClosed={closed} /> : null}
      </Suspense>
    </>
  );
}

function useShellActions(areas: readonly Area[], open: (overlay: 'palette' | 'keys') => void) {
  const navigate = useNavigate();
  const group = 'ui:palette.everywhere';
  const go = areas.map(({ path, menu }, index): Action => {
    const shortcut = index < 9 ? { shortcut: `alt+${index + 1}` } : {};
    const perform = () => {
      navigate({ to: path }).catch(() => undefined);
    };
    return { id: `shell.${path}`, label: menu, group, perform, ...shortcut };
  });
  useActions([
    ...go,
    {
      id: 'shell.palette',
      label: 'ui:palette.title',
      group,
      shortcut: 'mod+k',
      perform: () => open('palette'),
    },
    { id: 'shell.keys', label: 'ui:keys.title', group, shortcut: '?', perform: () => open('keys') },
  ]);
}

function AreaLinks({ areas }: { readonly areas: readonly Area[] }) {
  const { t } = useWords();
  return (
    <nav className={classes.areas} aria-label={t('ui:areas')}>
      {areas.map(({ path, menu }) => (
        <Link key={path} to={path} className={classes.area}>
          {t(menu)}
          {path === '/approvals' ? <Waiting /> : null}
        </Link>
      ))}
    </nav>
  );
}

/** How many requests wait for the reader's approval; nothing where none does. */
function Waiting() {
  const { t } = useWords();
  const { data } = useEndpoint(countApprovals, {}, { live: approvalNews });
  const count = data?.toAnswer ?? 0;
  if (count === 0) return null;
  return (
    <span className={classes.count} title={t('ui:waitingForYou', { count })}>
      {count}
    </span>
  );
}

/** The same areas behind one button, on narrow screens. */
function AreaMenu({ areas }: { readonly areas: readonly Area[] }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width="14rem" position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          className={classes.burger}
          onClick={() => setOpened(!opened)}
          size="lg"
          aria-label={t('ui:areas')}
        >
          <MenuIcon size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <nav className={classes.areaList} aria-label={t('ui:areas')}>
          {areas.map(({ path, menu }) => (
            <Link key={path} to={path} className={classes.area} onClick={() => setOpened(false)}>
              {t(menu)}
              {path === '/approvals' ? <Waiting /> : null}
            </Link>
          ))}
        </nav>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whether news arrive, told by shape and words; quiet while they do. */
function LiveSign() {
  const { t } = useWords();
  const state = useLiveState();
  return (
    <Tooltip label={t(`ui:live.${state}About`)}>
      <span className={classes.live} data-state={state} role="status">
        <span className={classes.liveDot} aria-hidden />
        <span className={classes.liveWord}>{t(`ui:live.${state}`)}</span>
      </span>
    </Tooltip>
  );
}

/** Tells screen readers the title of a page that opened without a load, and leads the keyboard to it. */
function PageNews() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const title = useSyncExternalStore(onPageNamed, pageName);
  const [first, setFirst] = useState(path);
  const [hasMoved, setMoved] = useState(false);
  const shown = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever another page shows
  useEffect(() => {
    if (hasMoved && hasNoFocus()) document.getElementById('main')?.focus({ preventScroll: true });
  }, [shown]);
  // What the browser loaded it has told itself.
  // The start page only leads on to another one.
  if (first === '/' && path !== '/') setFirst(path);
  else if (first !== path && !hasMoved) setMoved(true);
  return (
    <div className={classes.unseen} aria-live="polite">
      {hasMoved ? title : ''}
    </div>
  );
}
