import { type UseFormReturnType, useForm } from '@mantine/form';
import type { SubmitEvent } from 'react';
import type { Endpoint } from '#contract/endpoint.ts';
import { useWords } from '../words.ts';
import { ApiProblem, type InputOf } from './api.ts';
import { halfTypedIn } from './half-typed.ts';
import { useAction, type WriteOptions } from './queries.ts';

/** One wrong field of an input, as the server names it by the contract's schema. */
export type FieldProblem = {
  readonly path: string;
  readonly code: string;
  /** The words in what was written that are wrong. */
  readonly words?: string;
};

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
  /** For `<form onSubmit>`: writes, and shows at the fields what was refused. */
  readonly submit: (event?: SubmitEvent<HTMLFormElement>) => void;
  /** Shows at the fields what another endpoint refused of the same values. */
  readonly mark: (error: unknown) => void;
  /** What no field shows: a refusal, or a failure. Null when every problem stands at its field. */
  readonly problem: unknown;
};

/**
 * The one way to build a form: its fields are held by `@mantine/form`, the server checks them by the
 * input schema of the endpoint, and each problem that it names stands at its field in the reader's
 * language. Schemas are not part of the browser's code, which would grow by a third.
 */
export function useEndpointForm<E extends Endpoint, Values extends Record<string, unknown>>(
  endpoint: E,
  { initialValues, input, field, ...write }: EndpointFormOptions<E, Values>,
): EndpointForm<E, Values> {
  const { t, locale } = useWords();
  const form = useForm<Values>({ mode: 'controlled', initialValues });
  const place = (path: string) => fieldOf(path, form.getValues(), field);
  const wordsOf = ({ code, words = '' }: FieldProblem) => {
    const [, name = 'wrong', limit = '0'] = ownCode.exec(code) ?? [];
    return String(
      t([`ui:field.${name}`, 'ui:field.wrong'], {
        limit: Number(limit).toLocaleString(locale),
        words,
      }),
    );
  };
  const show = (problems: readonly FieldProblem[]) => {
    const at = problems.flatMap((problem) => {
      const name = place(problem.path);
      return name === null ? [] : [[name, wordsOf(problem)] as const];
    });
    form.setErrors(Object.fromEntries(at));
  };
  const action = useAction(endpoint, { ...write, quiet: true });
  const refuseHalfTyped = (fields: readonly HTMLInputElement[]) => {
    const paths = fields.map(({ dataset }) => dataset['path'] ?? '').filter((path) => path !== '');
    form.setErrors(Object.fromEntries(paths.map((path) => [path, t('ui:field.not-a-date')])));
    fields[0]?.focus();
    // A field that the form does not hold is told by the browser.
    if (paths.length < fields.length) fields[0]?.reportValidity();
  };
  const submit = (event?: SubmitEvent<HTMLFormElement>) => {
    event?.preventDefault();
    const element = event?.currentTarget ?? null;
    const held = document.activeElement;
    form.clearErrors();
    const halfTyped = halfTypedIn(element);
    if (halfTyped.length > 0) return refuseHalfTyped(halfTyped);
    action.mutate(input(form.getValues()), {
      onError: (error) => {
        show(problemsOf(error));
        focusFirstWrong(element);
      },
      onSettled: () => giveBack(held),
    });
  };
  const shown = problemsOf(action.error);
  const isAtFields = shown.length > 0 && shown.every(({ path }) => place(path) !== null);
  const mark = (error: unknown) => show(problemsOf(error));
  return { form, action, submit, mark, problem: isAtFields ? null : action.error };
}

/** A button that waited was shut and lost the keyboard: it gets it back, if nothing else took it. */
function giveBack(held: Element | null): void {
  requestAnimationFrame(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && held instanceof HTMLElement && held.isConnected) held.focus();
  });
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

type SentProblem = {
  readonly path: string;
  readonly message: string;
  readonly code?: string;
  readonly words?: string;
};

/** A code of the schema or of a use case, some with the number they are about: `at-most 60`. */
const ownCode = /^([a-z]+(?:-[a-z]+)*)(?: (-?\d+))?$/;

/** The wrong fields that a refusal of the server names. */
function problemsOf(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof ApiProblem) || error.code !== 'invalid-input') return [];
  const { problems } = error.facts;
  if (!Array.isArray(problems)) return [];
  return problems.map(({ path, message, code = 'wrong', words = '' }: SentProblem) => ({
    path,
    words,
    code: ownCode.test(message) ? message : code,
  }));
}
