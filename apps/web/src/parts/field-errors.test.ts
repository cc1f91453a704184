import { expect, it } from 'vitest';
import { ProblemError } from '../api.ts';
import { fieldErrors } from './field-errors.ts';

const refused = (...paths: string[]) =>
  new ProblemError({
    status: 422,
    code: 'request.invalid',
    errors: paths.map((path) => ({ path, code: 'x', detail: `wrong ${path}` })),
  });

it('finds the field of an error by its path', () => {
  expect(fieldErrors(refused('/store/0/name'))).toEqual([
    { name: ['store', 0, 'name'], errors: ['wrong /store/0/name'] },
  ]);
});

it('gathers the errors of one field', () => {
  expect(fieldErrors(refused('/phone', '/phone'))[0]?.errors).toHaveLength(2);
});

it('has nothing to say without a problem', () => {
  expect(fieldErrors(null)).toEqual([]);
});
