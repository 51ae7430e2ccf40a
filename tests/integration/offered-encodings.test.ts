import { expect, test } from 'vitest'
import { encodings } from '../../main/ingest/text/encodings'
import { offeredEncodings } from '../../renderer/features/sources/offered-encodings'

test('the window offers every encoding the engine reads, and no other', () => {
  expect([...offeredEncodings].toSorted()).toEqual([...encodings].toSorted())
})
