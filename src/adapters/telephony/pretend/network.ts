import { type Caller, drawPersona, type Person } from '#domain/simulation/persona.ts';
import {
  drawGapMs,
  drawPatienceMs,
  drawPickup,
  numberFate,
  type Pickup,
} from '#domain/simulation/pickup.ts';
import { seeded, seedOf } from '#kernel/random.ts';
import { assert } from '#kernel/refusal.ts';
import { minuteOfDayIn } from '#kernel/time.ts';
import type {
  AnswerOrder,
  CallId,
  Cancel,
  DialOrder,
  MonitorOrder,
  TelephonyHost,
} from '#ports/telephony.ts';
import { beginConversation, beginMailbox, weSay } from './conversation.ts';
import {
  afterExactly,
  afterSimulated,
  type Call,
  emit,
  endCall,
  isUp,
  maxCalls,
  type Network,
  openCall,
} from './line.ts';
import type { Settings } from './settings.ts';
import type { CallSimulation, SimulatedTelephony } from './simulation.ts';

/** Inbound calls waiting or up at once before the generator skips its next one. */
const maxGeneratedCalls = 20;

/** Opens a simulated telephone network: seeded, on the host's clock and timers only. */
export function openNetwork(settings: Settings, host: TelephonyHost): SimulatedTelephony {
  const network: Network = { settings, host, calls: new Map(), find: async () => undefined };
  const generators = new Set<Cancel>();
  let isOpen = true;
  return {
    dial: (order) => {
      assert(isOpen, 'the network is closed');
      return dial(network, order);
    },
    answer: (order) => onCall(network, order.callId, (call) => answer(network, call, order)),
    monitor: (order) => onCall(network, order.callId, (call) => monitor(network, call, order)),
    hangUp: (callId) =>
      onCall(network, callId, (call) => endCall(network, call, { kind: 'hung-up', by: 'agent' })),
    check: async () => {
      if (!isOpen) return { ok: false, reason: 'closed', detail: null };
      const isFull = network.calls.size >= maxCalls;
      return isFull ? { ok: false, reason: 'refused', detail: `${maxCalls} calls` } : { ok: true };
    },
    close: async () => {
      isOpen = false;
      for (const cancel of generators) cancel();
      for (const call of [...network.calls.values()]) {
        endCall(network, call, { kind: 'hung-up', by: 'network' });
      }
    },
    simulation: simulationOf(network, generators, () => isOpen),
  };
}

function onCall(network: Network, callId: CallId, run: (call: Call) => void): void {
  const call = network.calls.get(callId);
  if (call) run(call);
}

function simulationOf(
  network: Network,
  generators: Set<Cancel>,
  isOpen: () => boolean,
): CallSimulation {
  return {
    populate: (find) => {
      network.find = find;
    },
    say: (callId, utterance) => onCall(network, callId, (call) => weSay(network, call, utterance)),
    placeInbound: (caller) => {
      assert(isOpen(), 'the network is closed');
      return placeInbound(network, caller);
    },
    startInbound: (pick) => {
      assert(isOpen(), 'the network is closed');
      const cancel = generate(network, pick);
      generators.add(cancel);
      return () => {
        generators.delete(cancel);
        cancel();
      };
    },
  };
}

async function dial(network: Network, order: DialOrder): Promise<void> {
  const { host, settings, calls } = network;
  assert(!calls.has(order.attemptId), `attempt ${order.attemptId} is already on a call`);
  const random = seeded(seedOf(`${settings.seed}/dial/${order.to}/${order.attemptId}`));
  const call = openCall(network, order.attemptId, 'placing', random);
  call.desk = { leg: order.leg, recording: order.recording };
  try {
    const person = await network.find(order.to);
    if (!isUp(network, call)) return;
    // Asked last, so that nothing lies between the database's yes and the ringing.
    const isReleased = await host
      .verifyRelease(order.token, order.attemptId, order.to)
      .catch(() => null);
    if (!isUp(network, call)) return;
    if (isReleased === true) place(network, call, order, person);
    else {
      const reason = isReleased === null ? 'not-verifiable' : 'not-released';
      endCall(network, call, { kind: 'refused', reason });
    }
  } catch (error) {
    endCall(network, call, { kind: 'failed', cause: 'network' });
    throw error;
  }
}

function pickupOf(network: Network, call: Call, to: string, person: Person): Pickup {
  const { host, settings } = network;
  if (person.pickup) return person.pickup;
  const persona = drawPersona(settings.seed, person);
  return drawPickup(call.random, {
    hasMailbox: persona.hasMailbox,
    fate: person.isThirdPartyNumber ? 'good' : numberFate(settings.seed, to),
    isThirdPartyNumber: person.isThirdPartyNumber,
    localHour: Math.floor(minuteOfDayIn(person.zone, host.clock()) / 60),
    reach: persona.reach * settings.reach,
  });
}

/** Sends a verified dial on its way. A number nobody has is not in service. */
function place(network: Network, call: Call, order: DialOrder, person: Person | undefined): void {
  const pickup: Pickup =
    network.calls.size > maxCalls
      ? { kind: 'network-failure', afterMs: 100 }
      : person
        ? pickupOf(network, call, order.to, person)
        : { kind: 'not-in-service', afterMs: 1_000 };
  switch (pickup.kind) {
    case 'busy':
      afterSimulated(network, call, pickup.afterMs, () => endCall(network, call, { kind: 'busy' }));
      return;
    case 'network-failure':
    case 'not-in-service': {
      const cause = pickup.kind === 'not-in-service' ? 'not-in-service' : 'network';
      afterSimulated(network, call, pickup.afterMs, () =>
        endCall(network, call, { kind: 'failed', cause }),
      );
      return;
    }
    default:
      assert(person, 'only a known person is rung');
      ring(network, call, order, person, pickup);
  }
}

function ring(
  network: Network,
  call: Call,
  order: DialOrder,
  person: Person,
  pickup: Exclude<Pickup, { kind: 'busy' | 'network-failure' | 'not-in-service' }>,
): void {
  const ringsMs = order.ringTimeoutSeconds * 1_000;
  afterSimulated(network, call, 600 + call.random() * 1_900, () => {
    call.stage = 'ringing';
    emit(network, call, { kind: 'ringing' });
    if (pickup.kind === 'ring-out' || pickup.afterMs >= ringsMs) {
      afterSimulated(network, call, ringsMs, () => endCall(network, call, { kind: 'no-answer' }));
      return;
    }
    afterSimulated(network, call, pickup.afterMs, () => {
      if (pickup.kind === 'machine') beginMailbox(network, call, person);
      else beginConversation(network, call, person, pickup.speaker, false);
    });
  });
}

function placeInbound(network: Network, caller: Caller): CallId {
  const { host, settings } = network;
  const id = host.newId();
  const random = seeded(seedOf(`${settings.seed}/inbound/${caller.person.customerId}/${id}`));
  const call = openCall(network, id, 'waiting', random);
  call.person = caller.person;
  emit(network, call, { kind: 'inbound', from: caller.from, to: caller.to });
  afterExactly(network, call, drawPatienceMs(random), () => {
    if (call.stage === 'waiting') endCall(network, call, { kind: 'hung-up', by: 'far-end' });
  });
  return id;
}

function answer(network: Network, call: Call, { leg, recording }: AnswerOrder): void {
  if (call.stage !== 'waiting' || !call.person) return;
  call.desk = { leg, recording };
  beginConversation(network, call, call.person, 'customer', true);
}

function monitor(network: Network, call: Call, { leg, mode }: MonitorOrder): void {
  const answered = call.stage === 'talking' || call.stage === 'machine' || call.stage === 'leaving';
  if (answered) emit(network, call, { kind: 'joined', leg, mode });
}

/** A Poisson stream of inbound calls; a pick that fails or finds nobody skips one call. */
function generate(network: Network, pick: () => Promise<Caller | undefined>): Cancel {
  const { host, settings } = network;
  if (settings.inboundPerHour === 0) return () => {};
  const random = seeded(seedOf(`${settings.seed}/inbound`));
  let isOn = true;
  let cancelTimer: Cancel = () => {};
  const mine = new Set<CallId>();
  const callNow = async () => {
    for (const id of mine) if (!network.calls.has(id)) mine.delete(id);
    if (mine.size >= maxGeneratedCalls) return;
    const caller = await pick().catch(() => undefined);
    if (caller && isOn) mine.add(placeInbound(network, caller));
  };
  const next = () => {
    const gapMs = drawGapMs(random, settings.inboundPerHour) / settings.speed;
    cancelTimer = host.after(Math.round(gapMs), () => {
      void callNow();
      next();
    });
  };
  next();
  return () => {
    isOn = false;
    cancelTimer();
  };
}
