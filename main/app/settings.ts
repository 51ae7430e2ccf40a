import { isLocale, type Locale } from '../../analyses/model/locale'
import { type BridgeFault, type Settings, settingsSchema } from '../../preload/contract/shell'
import { readJsonFile, writeJsonFile } from './json-file'

export interface SettingsStore {
  read(): Settings
  write(change: Partial<Settings>): Settings
  onChange(listener: (settings: Settings) => void): void
  /** Damage found at the start, told to the first window; null afterwards. */
  takeNotice(): BridgeFault | null
}

const recentKept = 12

const sameEntry = (settings: Settings, change: Partial<Settings>) =>
  Object.entries(change).every(
    ([key, value]) => JSON.stringify(Reflect.get(settings, key)) === JSON.stringify(value),
  )

/** The user's settings: kept in memory, written whole and atomically, defaults when the file is damaged. */
export function openSettings(file: string): SettingsStore {
  const reading = readJsonFile(file, settingsSchema)
  let settings = reading.kind === 'read' ? reading.value : settingsSchema.parse({})
  let notice: BridgeFault | null =
    reading.kind === 'damaged' ? { code: 'settings.damaged', values: { kept: reading.kept } } : null
  const listeners: ((settings: Settings) => void)[] = []

  return {
    read: () => settings,
    write(change) {
      if (sameEntry(settings, change)) return settings
      const next = { ...settings, ...change }
      settings = { ...next, recent: next.recent.slice(0, recentKept) }
      try {
        writeJsonFile(file, settings)
      } catch (error) {
        const detail = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        notice = { code: 'settings.not-saved', values: { detail } }
      }
      for (const listener of listeners) listener(settings)
      return settings
    },
    onChange: (listener) => listeners.push(listener),
    takeNotice() {
      const taken = notice
      notice = null
      return taken
    },
  }
}

/** The chosen language, else the first of the system's languages that we speak, else English. */
export function effectiveLocale(settings: Settings, systemLanguages: readonly string[]): Locale {
  if (settings.locale !== null) return settings.locale
  return systemLanguages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en'
}
