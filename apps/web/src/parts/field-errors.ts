import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import type { ProblemError } from '../api.ts';

export type FieldError = { readonly name: (string | number)[]; readonly errors: string[] };

/** The server's errors by the place of their field: `/store/0/name` is antd's `['store', 0, 'name']`. */
export function fieldErrors(problem: ProblemError | null): FieldError[] {
  const byPath = new Map<string, FieldError>();
  for (const { path, detail } of problem?.problem.errors ?? []) {
    const known = byPath.get(path) ?? { name: nameOf(path), errors: [] };
    byPath.set(path, { ...known, errors: [...known.errors, detail] });
  }
  return [...byPath.values()];
}

/** Shows each error of a refused act at its field and takes the reader to the first. */
export function useFieldErrors(form: FormInstance, problem: ProblemError | null): void {
  useEffect(() => {
    const errors = fieldErrors(problem);
    form.setFields(errors);
    const first = errors[0];
    if (first) form.scrollToField(first.name, { focus: true });
  }, [form, problem]);
}

function nameOf(path: string): (string | number)[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
