import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf, requestOf } from './api.ts';

test('requestOf() fills the path, then sends the rest as JSON', () => {
  const { url, body } = requestOf(
    { method: 'POST', path: '/api/cases/:caseId/notes' },
    { caseId: 'a/b', text: 'hello' },
  );
  assert.equal(url, '/api/cases/a%2Fb/notes');
  assert.deepEqual(body, { text: 'hello' });
});

test('requestOf() of a GET writes the rest as query, repeats lists and leaves out what is absent', () => {
  const { url, body } = requestOf(
    { method: 'GET', path: '/api/cases' },
    { page: '2', kind: ['a', 'b'], from: undefined, to: null },
  );
  assert.equal(url, '/api/cases?page=2&kind=a&kind=b');
  assert.equal(body, undefined);
});

test('requestOf() throws when a path field has no value', () => {
  assert.throws(() => requestOf({ method: 'GET', path: '/api/cases/:caseId' }, {}), /caseId/);
});

test('problemOf() reads code, facts and request id from problem+json', () => {
  const problem = problemOf(403, {
    type: '/problems/not-allowed',
    title: 'Not allowed',
    status: 403,
    instance: 'req-1',
    right: 'case.work',
  });
  assert.equal(problem.code, 'not-allowed');
  assert.equal(problem.status, 403);
  assert.equal(problem.instance, 'req-1');
  assert.deepEqual(problem.facts, { right: 'case.work' });
});

test('problemOf() calls a reply without problem+json failed', () => {
  assert.equal(problemOf(502, null).code, 'failed');
  assert.equal(problemOf(500, { message: 'no' }).code, 'failed');
  assert.equal(problemOf(500, { type: 'about:blank', title: 'x' }).code, 'failed');
});
