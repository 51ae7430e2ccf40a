import { app } from 'electron'
import { projectToOpen, type StartProject } from './arguments'

/**
 * Makes this the only workbench on this user data folder. A later start hands over what it was to open and leaves:
 * one project has one writer. Its words are read again here, because data sent along arrives as null (Electron 33).
 * @returns false when another one runs already
 */
export function claimSingleInstance(asked: (open: StartProject) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_event, words, folder) => asked(projectToOpen(words.slice(1), folder)))
  return true
}
