import { type BrowserWindow, dialog } from 'electron'
import type { Locale } from '../../analyses/model/locale'
import { dialogLabels } from './dialog-labels'
import { safeFileName, withExtension } from './file-names'

export interface DialogPlace {
  readonly window: BrowserWindow
  readonly locale: Locale
}

/** Ends of names the chooser shows at first; what a file is, its bytes say. */
const sourceExtensions = [
  ...['csv', 'tsv', 'txt', 'tab', 'pb', 'gz', 'zip', 'tgz', 'tar'],
  ...['xlsx', 'xlsm', 'xls', 'ods', 'json', 'jsonl', 'ndjson', 'geojson', 'topojson'],
  ...['parquet', 'arrow', 'feather', 'duckdb', 'sqlite', 'sqlite3', 'db', 'gpkg', 'shp'],
]

const words =
  (locale: Locale) =>
  (label: keyof typeof dialogLabels): string =>
    dialogLabels[label][locale]

export async function openProjectDialog({ window, locale }: DialogPlace): Promise<string | null> {
  const say = words(locale)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('openProject'),
    properties: ['openFile'],
    filters: [
      { name: say('projects'), extensions: ['duckdb'] },
      { name: say('allFiles'), extensions: ['*'] },
    ],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export async function newProjectDialog({ window, locale }: DialogPlace): Promise<string | null> {
  const say = words(locale)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say('newProject'),
    defaultPath: say('newName'),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [{ name: say('projects'), extensions: ['duckdb'] }],
  })
  return canceled || filePath === '' ? null : withExtension(filePath, 'duckdb')
}

export async function openSourceDialog({ window, locale }: DialogPlace): Promise<readonly string[]> {
  const say = words(locale)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('openSource'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: say('tables'), extensions: [...sourceExtensions] },
      { name: say('allFiles'), extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}

/** A folder whose files belong together (a feed, a map, monthly files of the same columns), or one to write into. */
export async function openFolderDialog(
  { window, locale }: DialogPlace,
  purpose: 'import' | 'save',
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: words(locale)(purpose === 'import' ? 'openFolder' : 'saveFolder'),
    properties: purpose === 'import' ? ['openDirectory'] : ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export async function openRecipeDialog({ window, locale }: DialogPlace): Promise<string | null> {
  const say = words(locale)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say('openRecipe'),
    properties: ['openFile'],
    filters: [
      { name: say('recipes'), extensions: ['json'] },
      { name: say('allFiles'), extensions: ['*'] },
    ],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

export async function saveExportDialog(
  { window, locale }: DialogPlace,
  { suggestedName, extension }: { readonly suggestedName: string; readonly extension: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words(locale)('saveExport'),
    defaultPath: withExtension(safeFileName(suggestedName), extension),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  })
  return canceled || filePath === '' ? null : withExtension(filePath, extension)
}

/** @returns the number of the chosen button; 0 when the box was closed */
export async function askUser(
  { window, locale }: DialogPlace,
  message: 'windowStopped' | 'windowSlow',
  buttons: readonly ('reload' | 'wait' | 'quit')[],
): Promise<number> {
  const say = words(locale)
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say(message),
    detail: say('savedIsSafe'),
    buttons: buttons.map(say),
    defaultId: 0,
    cancelId: 0,
  })
  return response
}
