import { type UseFormReturnType, useForm } from '@mantine/form';
import type { TFunction } from 'i18next';
import type { SubmitEvent } from 'react';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { useWords } from '../words.ts';
import { ApiProblem, type InputOf } from './api.ts';
import { useAction, type WriteOptions } from './queries.ts';

/** One wrong field of an input, as the contract's schema or the server names it. */
export type FieldProblem = { readonly path: string; readonly code: string };

/** How a form writes through an endpoint. */
type EndpointFormOptions<E extends Endpoint, Values> = WriteOptions<E> & {
  readonly initialValues: Values;
  /** The endpoint's input from what stands in the fields. */
  readonly input: (values: Values) => InputOf<E>;
  /** The field in which a part of the input was typed, where the two are not named alike. */
  readonly field?: (path: string) => string | null;
};

/** A form with the endpoint it writes through. */
export type EndpointForm<E extends Endpoint, Values> = {
  readonly form: UseFormReturnType<Values>;
  readonly action: ReturnType<typeof useAction<E>>;
  /** For `<form onSubmit>`: checks by the contract's schema, then writes. */
  readonly submit: (event?: SubmitEvent<HTMLFormElement>) => void;
  /** What no field shows: a refusal, or a failure. Null when every problem stands at its field. */
  readonly problem: unknown;
};

/**
 * The one way to build a form: its fields are held by `@mantine/form`, checked by the input schema
 * of the endpoint that takes them, and each problem, found here or by the server, stands at its
 * field in the reader's language.
 */
export function useEndpointForm<E extends Endpoint, Values extends Record<string, unknown>>(
  endpoint: E,
  { initialValues, input, field, ...write }: EndpointFormOptions<E, Values>,
): EndpointForm<E, Values> {
  const { t } = useWords();
  const form = useForm<Values>({ mode: 'controlled', initialValues });
  const place = (path: string) => fieldOf(path, form.getValues(), field);
  const show = (problems: readonly FieldProblem[]) => {
    const at = problems.flatMap(({ path, code }) => {
      const name = place(path);
      return name === null ? [] : [[name, fieldWords(t, code)] as const];
    });
    form.setErrors(Object.fromEntries(at));
  };
  const action = useAction(endpoint, { ...write, quiet: true });
  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    const given = input(form.getValues());
    const parsed = endpoint.input.safeParse(given);
    if (!parsed.success) {
      show(parsed.error.issues.map(fieldProblem));
      focusFirstWrong(event?.currentTarget ?? null);
      return;
    }
    form.clearErrors();
    action.mutate(given, { onError: (error) => show(problemsOf(error)) });
  };
  const shown = problemsOf(action.error);
  const isAtFields = shown.length > 0 && shown.every(({ path }) => place(path) !== null);
  return { form, action, submit, problem: isAtFields ? null : action.error };
}

/** Leads the keyboard to the first field to correct, once the errors stand there. */
function focusFirstWrong(element: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}

/** The field of a path: the option's answer, else the longest leading part that is a field. */
function fieldOf(
  path: string,
  values: Readonly<Record<string, unknown>>,
  field: ((path: string) => string | null) | undefined,
): string | null {
  const given = field?.(path);
  if (given !== undefined && given !== null) return given;
  const [first = ''] = path.split('.');
  if (!(first in values)) return null;
  return typeof values[first] === 'object' && values[first] !== null ? path : first;
}

/** A schema's or the server's own code, some with the number that it is about: `at-most 60`. */
const ownCode = /^([a-z]+(?:-[a-z]+)*)(?: (-?\d+))?$/;

/** What is wrong with a field, in the reader's language. */
function fieldWords(t: TFunction, code: string): string {
  const [, name = 'wrong', limit] = ownCode.exec(code) ?? [];
  return t([`ui:field.${name}`, 'ui:field.wrong'], { limit: Number(limit ?? 0).toLocaleString() });
}

/** A problem of the schema by a code that the catalogue has words for. */
export function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  return { path: issue.path.join('.'), code: codeOf(issue) };
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (ownCode.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'missing' : 'too-small';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-big';
  if (issue.code === 'invalid_type') return 'missing';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email';
  if (/real date/.test(issue.message)) return 'date';
  if (/decimal|more than zero/.test(issue.message)) return 'amount';
  if (/currency/.test(issue.message)) return 'currency';
  return 'wrong';
}

/** The wrong fields that a refusal of the server names. */
function problemsOf(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof ApiProblem) || error.code !== 'invalid-input') return [];
  const { problems } = error.facts;
  if (!Array.isArray(problems)) return [];
  return problems.map(({ path, message }: { path: string; message: string }) => ({
    path,
    code: ownCode.test(message) ? message : 'wrong',
  }));
}
