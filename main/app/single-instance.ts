import { app } from 'electron'
import { z } from 'zod'
import type { StartProject } from './arguments'

const messageSchema = z.object({
  open: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('sample') }),
      z.object({ kind: z.literal('path'), path: z.string() }),
    ])
    .nullable(),
})

/**
 * Makes this the only workbench on this user data folder. A later start hands over what it was to open and leaves:
 * one project has one writer. Its wish travels as data, since Chromium reorders the arguments it passes on.
 * @returns false when another one runs already
 */
export function claimSingleInstance(open: StartProject, asked: (open: StartProject) => void): boolean {
  if (!app.requestSingleInstanceLock({ open })) return false
  app.on('second-instance', (_event, _argv, _folder, message) => {
    const parsed = messageSchema.safeParse(message)
    asked(parsed.success ? parsed.data.open : null)
  })
  return true
}
