import { z } from 'zod'
import { type Locale, locales } from '../../analyses/model/locale'

const settingsFields = {
  locale: z.enum(locales).nullable(),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  density: z.enum(['compact', 'comfortable']),
  railFolded: z.boolean(),
  recent: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      openedAt: z.string(),
      /** Found out by the shell whenever it reads, never stored: the file is not there (any more). */
      missing: z.boolean().optional(),
    }),
  ),
}

/** Settings of this computer's user; a project holds none of them. */
export const settingsSchema = z.object({
  locale: settingsFields.locale.default(null),
  theme: settingsFields.theme.default('system'),
  density: settingsFields.density.default('compact'),
  railFolded: settingsFields.railFolded.default(false),
  recent: settingsFields.recent.default([]),
})
export type Settings = z.infer<typeof settingsSchema>

/** Documents the system may be asked to open: nothing among them is a program. */
const openableExtensions: ReadonlySet<string> = new Set([
  ...['html', 'docx', 'pdf', 'xlsx', 'zip', 'svg', 'png', 'csv', 'json'],
])
export const isOpenable = (path: string): boolean =>
  openableExtensions.has(path.split('.').at(-1)?.toLowerCase() ?? '')

/** What the window may ask of the desktop shell (dialogs, settings); everything else goes to the engine. */
export const shellInputs = {
  'app.info': z.object({}),
  'settings.read': z.object({}),
  /** Without the defaults: zod fills them in under `partial()`, so one changed setting would reset all the others. */
  'settings.write': z.object(settingsFields).partial(),
  'dialog.openProject': z.object({}),
  'dialog.newProject': z.object({}),
  'dialog.openSource': z.object({}),
  /** A folder to import from, or one to write into. */
  'dialog.openFolder': z.object({ purpose: z.enum(['import', 'save']).default('import') }),
  'dialog.openRecipe': z.object({}),
  'dialog.saveExport': z.object({
    suggestedName: z.string().max(200),
    extension: z.string().regex(/^[a-z0-9]{2,8}$/),
  }),
  'file.showInFolder': z.object({ path: z.string() }),
  /** A file saved in this session, by the system's own program. */
  'file.open': z.object({ path: z.string() }),
  'recent.forget': z.object({ path: z.string() }),
  'engine.restart': z.object({}),
} as const
export type ShellMethod = keyof typeof shellInputs
export type ShellInput<M extends ShellMethod> = z.input<(typeof shellInputs)[M]>

interface ShellOutputs {
  'app.info': {
    readonly version: string
    readonly locale: Locale
    /** Project to open at start: `sample`, a path, or nothing. */
    readonly open:
      | { readonly kind: 'sample'; readonly path: string }
      | { readonly kind: 'path'; readonly path: string }
      | null
    /** Where the sample region's project is (or will be made), for the button and the menu. */
    readonly samplePath: string
  }
  'settings.read': Settings
  'settings.write': Settings
  'dialog.openProject': string | null
  'dialog.newProject': string | null
  'dialog.openSource': readonly string[]
  'dialog.openFolder': string | null
  'dialog.openRecipe': string | null
  'dialog.saveExport': string | null
  'file.showInFolder': null
  /** False: no program of the system opened it. */
  'file.open': boolean
  'recent.forget': Settings
  'engine.restart': null
}
export type ShellOutput<M extends ShellMethod> = ShellOutputs[M]

/** What the shell tells the window. */
export type ShellEvent =
  | { readonly kind: 'engine'; readonly state: 'starting' | 'ready' | 'died' }
  | { readonly kind: 'menu'; readonly action: MenuAction }
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** Something the user should read that no call of the window asked for. */
  | { readonly kind: 'notice'; readonly fault: BridgeFault }

export const menuActions = [
  'project.new',
  'project.open',
  'project.sample',
  'project.close',
  'source.import',
  'go.home',
  'go.data',
  'go.analyses',
  'go.reports',
  'report.export',
  'view.settings',
  'help.about',
  'help.shortcuts',
] as const
export type MenuAction = (typeof menuActions)[number]

/** A fault as it crosses the context bridge: the window parses the code. */
export interface BridgeFault {
  readonly code: string
  readonly path?: string
  readonly values: Readonly<Record<string, string | number>>
}

/** How an engine call ends, as it crosses the context bridge (errors would lose their fields there). */
export type CallOutcome =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly fault: BridgeFault }

/** `window.workbench`: all a page can reach. */
export interface WorkbenchBridge {
  /** Calls an engine method; `id` is the caller's and serves `cancel` and progress. */
  call(id: number, method: string, body: unknown): Promise<CallOutcome>
  cancel(id: number): void
  onProgress(listener: (id: number, progress: unknown) => void): () => void
  shell(method: string, body: unknown): Promise<CallOutcome>
  onShellEvent(listener: (event: ShellEvent) => void): () => void
  /** The path of a file dropped on the window, '' when it has none. */
  pathOf(file: object): string
}
