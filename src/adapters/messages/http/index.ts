import type { MessagesAdapter } from '#ports/messages.ts';
import { openGateway } from './gateway.ts';
import { settings } from './settings.ts';

/** A gateway of one's own that takes messages over HTTP and carries them on. */
export default {
  label: 'HTTP gateway',
  isSimulated: false,
  settings,
  connect: async (given, host) => openGateway(given, host),
} satisfies MessagesAdapter<typeof settings>;
