import { existsSync } from 'node:fs'
import type { Settings } from '../../preload/contract/shell'

/** The settings as the window shows them: each recent project says whether its file is still there. */
export const withMissing = (settings: Settings): Settings => ({
  ...settings,
  recent: settings.recent.map((entry) => ({ ...entry, missing: !existsSync(entry.path) })),
})

/** What is kept: whether a file is there is looked up each time, never remembered. */
export const withoutMissing = (recent: Settings['recent']): Settings['recent'] =>
  recent.map(({ path, name, openedAt }) => ({ path, name, openedAt }))
