import type { ComponentType } from 'react';
import type { ToolName } from '#web/cases/case-shape.ts';
import { CallbackForm } from './callback-form.tsx';
import { DisputeForm, HardshipForm } from './hold-forms.tsx';
import { MethodForm, PointForm } from './new-data-forms.tsx';
import { NoteForm } from './note-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { FullForm, PartForm, PromiseForm } from './promise-form.tsx';
import { NumberForm, RepresentedForm, StopForm } from './request-forms.tsx';

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
  note: NoteForm,
};

/** The form of a tool, in the middle of the desk. */
export function ToolPanel({ name }: { readonly name: ToolName }) {
  const Form = forms[name];
  return <Form />;
}
