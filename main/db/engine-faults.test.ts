import { expect, test } from 'vitest'
import { engineFault } from './engine-faults'
import { runtimeSays } from './runtime'

test.each([
  [`IO Error: ${runtimeSays.cancelled}`, 'engine.cancelled'],
  [`TransactionContext Error: Failed to commit: ${runtimeSays.full}`, 'engine.disk-full'],
  [`IO Error: ${runtimeSays.readOnly}`, 'engine.read-only'],
  [
    'Invalid Input Error: Cannot execute statement of type "CREATE" on database "a" which is attached in read-only mode!',
    'engine.read-only',
  ],
  [`IO Error: ${runtimeSays.denied} (passwd)`, 'engine.access-denied'],
  [`IO Error: ${runtimeSays.io} (EIO)`, 'engine.disk-failed'],
  [
    'IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2 in block 3',
    'engine.corrupt',
  ],
  ['Out of Memory Error: failed to allocate data', 'engine.out-of-memory'],
  ['Out of Memory Error: malloc of size 536870912 failed', 'engine.out-of-memory'],
  [
    'Catalog Error: Scalar Function with name "x" is not in the catalog, but it exists in the icu extension.',
    'engine.extension-missing',
  ],
  [
    'Permission Error: Cannot access file "/etc/passwd" - file system operations are disabled',
    'engine.access-denied',
  ],
  ['Parser Error: syntax error at or near "selec"', 'engine.sql'],
])('%s', (message, expected) => {
  expect(engineFault(message).code).toBe(expected)
})

test('a sentence for a person: no place on this disk, no caret drawing, no advice to install', () => {
  const detail = engineFault(
    `Binder Error: no such file "/home/jana/tajné/data.csv" or 'C:\\Users\\jana\\x.csv' or /tmp/a/b.csv\n\nLINE 1: select 1\n   ^`,
  ).values['detail']
  expect(detail).toBe('Binder Error: no such file … or … or …')
})

test('an error that came as JSON is read', () => {
  expect(
    engineFault('{"exception_type":"Catalog","exception_message":"Table \\"a\\" is there","name":"a"}'),
  ).toMatchObject({ code: 'engine.sql', values: { detail: 'Catalog Error: Table "a" is there' } })
})
