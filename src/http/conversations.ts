import * as agreements from '#contract/agreements.ts';
import * as contact from '#contract/conversations.ts';
import { makePlan, previewPlan } from '#usecases/agreements/make-plan.ts';
import { makePromise } from '#usecases/agreements/make-promise.ts';
import { readLadder } from '#usecases/agreements/read-ladder.ts';
import { askHelp } from '#usecases/calls/ask-help.ts';
import { hangUp, say } from '#usecases/calls/conversation.ts';
import { finishContact } from '#usecases/calls/finish-contact.ts';
import { openDispute } from '#usecases/calls/open-dispute.ts';
import { readConversation } from '#usecases/calls/read-conversation.ts';
import {
  recordContactPoint,
  recordLateReason,
  recordMethod,
} from '#usecases/calls/record-facts.ts';
import { reportCircumstances, reportRepresented } from '#usecases/calls/report-circumstances.ts';
import { markNumber, stopContact } from '#usecases/calls/respect-requests.ts';
import { startCall } from '#usecases/calls/start-call.ts';
import { verifyPerson } from '#usecases/calls/verify-person.ts';
import { askCallback } from '#usecases/desk/ask-callback.ts';
import { type HttpContext, mount } from './mount.ts';

/** One conversation from the dial to the end of wrap-up, with the agreements made in it. */
export function mountConversations(door: HttpContext): void {
  mount(door, contact.startCall, startCall);
  mount(door, contact.readConversation, readConversation);
  mount(door, contact.say, say);
  mount(door, contact.verify, verifyPerson);
  mount(door, contact.hangUp, hangUp);
  mount(door, contact.recordLateReason, recordLateReason);
  mount(door, contact.openDispute, openDispute);
  mount(door, contact.reportHardship, reportCircumstances);
  mount(door, contact.reportRepresented, reportRepresented);
  mount(door, contact.markNumber, markNumber);
  mount(door, contact.stopContact, stopContact);
  mount(door, contact.askCallback, askCallback);
  mount(door, contact.recordMethod, recordMethod);
  mount(door, contact.recordContactPoint, recordContactPoint);
  mount(door, contact.askHelp, askHelp);
  mount(door, contact.finish, finishContact);
  mount(door, agreements.readLadder, readLadder);
  mount(door, agreements.makePromise, makePromise);
  mount(door, agreements.previewPlan, previewPlan);
  mount(door, agreements.makePlan, makePlan);
}
