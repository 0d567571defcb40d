import * as agreements from '#contract/agreements.ts';
import * as contact from '#contract/conversations.ts';
import { readLadder } from '#usecases/agreements/agreement-facts.ts';
import { makePlan, previewPlan } from '#usecases/agreements/make-plan.ts';
import { makePromise } from '#usecases/agreements/make-promise.ts';
import { askCallback } from '#usecases/contact/ask-callback.ts';
import { askHelp } from '#usecases/contact/ask-help.ts';
import { finishContact } from '#usecases/contact/finish-contact.ts';
import { openDispute } from '#usecases/contact/open-dispute.ts';
import { readConversation } from '#usecases/contact/read-conversation.ts';
import {
  recordContactPoint,
  recordLateReason,
  recordMethod,
} from '#usecases/contact/record-facts.ts';
import { reportCircumstances, reportRepresented } from '#usecases/contact/report-circumstances.ts';
import { markNumber, stopContact } from '#usecases/contact/respect-requests.ts';
import { startCall } from '#usecases/contact/start-call.ts';
import { hangUp, say } from '#usecases/contact/talk.ts';
import { verifyPerson } from '#usecases/contact/verify-person.ts';
import { type Door, mount } from './mount.ts';

/** One conversation from the dial to the end of wrap-up, with the agreements made in it. */
export function mountConversations(door: Door): void {
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
