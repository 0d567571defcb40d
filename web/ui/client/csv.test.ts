import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from './csv.ts';

test('csvOf() starts with a byte order mark and ends every line with CRLF', () => {
  assert.equal(csvOf(['a', 'b'], [['1', 'é']]), '\ufeffa,b\r\n1,é\r\n');
  assert.equal(csvOf(['a'], [[' =1+1']]), "\ufeffa\r\n' =1+1\r\n");
});
