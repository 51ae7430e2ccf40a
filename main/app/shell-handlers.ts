import { isAbsolute } from 'node:path'
import { app, shell } from 'electron'
import { isOpenable, type Settings, type ShellOutput } from '../../preload/contract/shell'
import {
  type DialogPlace,
  newProjectDialog,
  openFolderDialog,
  openProjectDialog,
  openRecipeDialog,
  openSourceDialog,
  saveExportDialog,
} from './dialogs'
import type { ShellHandlers } from './ipc'
import { withMissing, withoutMissing } from './recent-projects'
import type { SettingsStore } from './settings'
import { sampleProject } from './user-files'

export interface ShellServices {
  readonly settings: SettingsStore
  readonly place: () => DialogPlace
  readonly open: () => ShellOutput<'app.info'>['open']
  readonly restartEngine: () => void
}

/** Opened projects also go into the system's own list of recent documents (dock, task bar). */
function rememberInSystem(before: Settings, after: Settings): void {
  const known = new Set(before.recent.map((entry) => entry.path))
  for (const { path } of after.recent) if (!known.has(path)) app.addRecentDocument(path)
}

export function shellHandlers({ settings, place, open, restartEngine }: ShellServices): ShellHandlers {
  const write = (change: Partial<Settings>) => {
    const before = settings.read()
    const kept = change.recent === undefined ? change : { ...change, recent: withoutMissing(change.recent) }
    const after = settings.write(kept)
    rememberInSystem(before, after)
    return withMissing(after)
  }
  // Only what a person named in a dialog is opened: a page cannot make up a path.
  const savedHere = new Set<string>()
  const openSaved = async (path: string) =>
    savedHere.has(path) && isOpenable(path) && (await shell.openPath(path)) === ''
  return {
    'app.info': () => ({
      version: app.getVersion(),
      locale: place().locale,
      open: open(),
      samplePath: sampleProject(),
    }),
    'settings.read': () => withMissing(settings.read()),
    'settings.write': (change) => write(withoutAbsent(change)),
    'dialog.openProject': () => openProjectDialog(place()),
    'dialog.newProject': () => newProjectDialog(place()),
    'dialog.openSource': () => openSourceDialog(place()),
    'dialog.openFolder': ({ purpose }) => openFolderDialog(place(), purpose),
    'dialog.openRecipe': () => openRecipeDialog(place()),
    'dialog.saveExport': async (input) => {
      const path = await saveExportDialog(place(), input)
      if (path !== null) savedHere.add(path)
      return path
    },
    'file.open': ({ path }) => openSaved(path),
    'file.showInFolder': ({ path }) => {
      if (isAbsolute(path)) shell.showItemInFolder(path)
      return null
    },
    'recent.forget': ({ path }) =>
      write({ recent: settings.read().recent.filter((entry) => entry.path !== path) }),
    'engine.restart': () => {
      restartEngine()
      return null
    },
  }
}

/** `{ theme: undefined }` means "not said", not "unset": a spread would take it for a value. */
function withoutAbsent(
  change: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
