import { useMediaQuery } from '@mantine/hooks';
import {
  Notifications,
  notifications,
  notificationsStore,
  updateNotificationsState,
} from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { type Tone, toneColor } from './theme.ts';

/** How long a notice stays; under the pointer it waits, and longer when it tells of a failure. */
const noticeMs = 6_000;
const failureMs = 20_000;
/** Notices on the screen at once; later ones wait. */
const maxNotices = 4;

/** Where notices appear: on a small screen above, for the call bar lies below. */
export function Notices() {
  const isSmall = useMediaQuery('(max-width: 48em)');
  return <Notifications position={isSmall ? 'top-center' : 'bottom-right'} limit={maxNotices} />;
}

/** Closes what was told of something done: whoever opens other work reads nothing of the last. */
export function closeDoneNotices(): void {
  const isDone = (id: string | undefined) => id?.startsWith('good ') === true;
  updateNotificationsState(notificationsStore, (all) => all.filter(({ id }) => !isDone(id)));
}

/** Shows a notice, once while it stands; `close` names its closing button. */
export function showNotice(tone: Tone, message: string, close: string): void {
  notifications.show({
    id: `${tone} ${message}`,
    message,
    color: toneColor[tone],
    withBorder: true,
    autoClose: tone === 'bad' ? failureMs : noticeMs,
    closeButtonProps: { 'aria-label': close },
  });
}
