import * as agreements from '#contract/agreements.ts';
import * as contact from '#contract/conversations.ts';
import * as whereabouts from '#contract/whereabouts.ts';
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
  recordLanguage,
  recordLateReason,
  recordMethod,
} from '#usecases/calls/record-facts.ts';
import { reportCircumstances, reportRepresented } from '#usecases/calls/report-circumstances.ts';
import { markNumber, stopContact } from '#usecases/calls/respect-requests.ts';
import { startCall } from '#usecases/calls/start-call.ts';
import { verifyPerson } from '#usecases/calls/verify-person.ts';
import { recordWhereabouts } from '#usecases/calls/whereabouts.ts';
import { askCallback } from '#usecases/desk/ask-callback.ts';
import { type HttpContext, mount } from './mount.ts';

/** One conversation from the dial to the end of wrap-up, with the agreements made in it. */
export function mountConversations(context: HttpContext): void {
  mount(context, contact.startCall, startCall);
  mount(context, contact.readConversation, readConversation);
  mount(context, contact.say, say);
  mount(context, contact.verify, verifyPerson);
  mount(context, contact.hangUp, hangUp);
  mount(context, contact.recordLateReason, recordLateReason);
  mount(context, contact.openDispute, openDispute);
  mount(context, contact.reportHardship, reportCircumstances);
  mount(context, contact.reportRepresented, reportRepresented);
  mount(context, contact.markNumber, markNumber);
  mount(context, contact.stopContact, stopContact);
  mount(context, contact.askCallback, askCallback);
  mount(context, contact.recordMethod, recordMethod);
  mount(context, contact.recordContactPoint, recordContactPoint);
  mount(context, contact.recordLanguage, recordLanguage);
  mount(context, whereabouts.recordWhereabouts, recordWhereabouts);
  mount(context, contact.askHelp, askHelp);
  mount(context, contact.finish, finishContact);
  mount(context, agreements.readLadder, readLadder);
  mount(context, agreements.makePromise, makePromise);
  mount(context, agreements.previewPlan, previewPlan);
  mount(context, agreements.makePlan, makePlan);
}
