import { Notifications, notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { type Tone, toneColor } from './theme.ts';

/** How long a notice stays; one that tells of a failure stays until it is closed (WCAG 2.2.1). */
const noticeMs = 6_000;
/** Notices on the screen at once; later ones wait. */
const maxNotices = 4;

/** The corner in which notices appear. */
export function Notices() {
  return <Notifications position="bottom-right" limit={maxNotices} />;
}

/** Shows a notice; `close` names its closing button. */
export function showNotice(tone: Tone, message: string, close: string): void {
  notifications.show({
    message,
    color: toneColor[tone],
    withBorder: true,
    autoClose: tone === 'bad' ? false : noticeMs,
    closeButtonProps: { 'aria-label': close },
  });
}
