import type { ComponentType } from 'react';
import type { ToolName } from '#web/cases/case-shape.ts';
import { CallbackForm } from './forms/callback-form.tsx';
import { DisputeForm, HardshipForm } from './forms/hold-forms.tsx';
import { LanguageForm, MethodForm, PointForm } from './forms/new-data-forms.tsx';
import { NoteForm } from './forms/note-form.tsx';
import { PlanForm } from './forms/plan-form.tsx';
import { FullForm, PartForm, PromiseForm } from './forms/promise-form.tsx';
import { NumberForm, RepresentedForm, StopForm } from './forms/request-forms.tsx';
import { WhereaboutsForm } from './forms/whereabouts-form.tsx';

const forms: Readonly<Record<ToolName, ComponentType>> = {
  full: FullForm,
  promise: PromiseForm,
  part: PartForm,
  plan: PlanForm,
  method: MethodForm,
  dispute: DisputeForm,
  hardship: HardshipForm,
  callback: CallbackForm,
  stop: StopForm,
  represented: RepresentedForm,
  number: NumberForm,
  point: PointForm,
  language: LanguageForm,
  whereabouts: WhereaboutsForm,
  note: NoteForm,
};

/** The form of a tool, in the middle of the desk. */
export function ToolPanel({ name }: { readonly name: ToolName }) {
  const Form = forms[name];
  return <Form />;
}
