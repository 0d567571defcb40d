import { line, startConversation } from '#domain/simulation/conversation.ts';
import { opening, replyTo } from '#domain/simulation/dialogue.ts';
import { drawPersona, type Person } from '#domain/simulation/persona.ts';
import type { Speaker } from '#domain/simulation/pickup.ts';
import type { Utterance } from '#domain/simulation/speech.ts';
import { dateIn } from '#kernel/time.ts';
import {
  afterExactly,
  afterSimulated,
  type Call,
  emit,
  endCall,
  farEndSays,
  joinDesk,
  type Network,
} from './line.ts';

/** How long a mailbox records, in simulated time. */
const mailboxMs = 60_000;

/** A person takes the call, or the caller's call is taken, and says the first words. */
export function beginConversation(
  network: Network,
  call: Call,
  person: Person,
  speaker: Speaker,
  isInbound: boolean,
): void {
  const { host, settings } = network;
  const persona = drawPersona(settings.seed, person);
  const unsure = !isInbound && call.random() < settings.unsureShare;
  const conversation = startConversation(
    speaker,
    person,
    persona,
    dateIn(person.zone, host.clock()),
  );
  call.stage = 'talking';
  call.person = person;
  call.conversation = conversation;
  emit(network, call, { kind: 'answered', by: unsure ? 'unknown' : 'human' });
  joinDesk(network, call);
  farEndSays(network, call, 'person', [opening(conversation, isInbound)]);
  waitForUs(network, call);
}

/** A mailbox takes the call, greets, records for a while and hangs up. */
export function beginMailbox(network: Network, call: Call, person: Person): void {
  const unsure = call.random() < network.settings.unsureShare;
  call.stage = 'machine';
  call.person = person;
  emit(network, call, { kind: 'answered', by: unsure ? 'unknown' : 'machine' });
  joinDesk(network, call);
  farEndSays(network, call, 'machine', [line('machine-greeting')]);
  afterSimulated(network, call, mailboxMs, () =>
    endCall(network, call, { kind: 'hung-up', by: 'far-end' }),
  );
}

/** Our side says something: it is heard by a person, recorded by a mailbox, else lost. */
export function weSay(network: Network, call: Call, utterance: Utterance): void {
  const answered = call.stage === 'talking' || call.stage === 'machine' || call.stage === 'leaving';
  if (!answered) return;
  emit(network, call, { kind: 'said', speaker: 'agent', text: utterance.text });
  if (call.stage !== 'talking' || !call.conversation) return;
  const reply = replyTo(call.conversation, utterance);
  call.conversation = reply.conversation;
  if (reply.hangsUp) leave(network, call, reply.lines);
  else {
    farEndSays(network, call, 'person', reply.lines);
    waitForUs(network, call);
  }
}

function leave(network: Network, call: Call, lines: Parameters<typeof farEndSays>[3]): void {
  call.stage = 'leaving';
  for (const cancel of call.silence) cancel();
  farEndSays(network, call, 'person', lines, () =>
    endCall(network, call, { kind: 'hung-up', by: 'far-end' }),
  );
}

/** A person who hears nothing from us asks once, then hangs up. */
function waitForUs(network: Network, call: Call): void {
  for (const cancel of call.silence) cancel();
  const patienceMs = network.settings.patienceSeconds * 1_000;
  call.silence = [
    afterExactly(network, call, patienceMs / 2, () =>
      farEndSays(network, call, 'person', [line('hello-again')]),
    ),
    afterExactly(network, call, patienceMs, () => leave(network, call, [line('nobody-there')])),
  ];
}
