import { expect, test } from 'vitest'
import { settingsSchema } from '../../preload/contract/shell'
import { withMissing, withoutMissing } from './recent-projects'

const openedAt = '2026-01-01T00:00:00.000Z'
const here = { path: import.meta.filename, name: 'here', openedAt }
const gone = { path: `${import.meta.filename}.gone`, name: 'gone', openedAt }

test('a recent project whose file is gone says so, and forgets it when kept', () => {
  const shown = withMissing(settingsSchema.parse({ recent: [here, gone] }))
  expect(shown.recent.map(({ missing }) => missing)).toEqual([false, true])
  expect(withoutMissing(shown.recent)).toEqual([here, gone])
})
