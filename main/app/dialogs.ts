import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import type { Locale } from '../../analyses/model/locale'
import { dialogLabels } from './dialog-labels'

export interface DialogPlace {
  readonly window: BrowserWindow
  readonly locale: Locale
}

/** Some desktops leave the extension to the program: without it the file would not open by a double click. */
export const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`

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
      { name: say('tables'), extensions: ['csv', 'tsv', 'txt', 'tab', 'gz'] },
      { name: say('allFiles'), extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}

/** A name that every file system takes, whatever a report's title contains. */
export const safeFileName = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-').replace(/^\.+|[. ]+$/g, '') || 'export'

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
