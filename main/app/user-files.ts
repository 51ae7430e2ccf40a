import { join } from 'node:path'
import { app } from 'electron'

/** What the workbench keeps for its user, all of it in Electron's user data folder. */
const inUserData = (...parts: string[]) => join(app.getPath('userData'), ...parts)

export const logFile = () => inUserData('logs', 'workbench.log')
export const settingsFile = () => inUserData('settings.json')
export const windowStateFile = () => inUserData('window-state.json')
export const keyFolder = () => inUserData('keys')
export const sampleProject = () => inUserData('sample-region.duckdb')
export const userPackFolder = () => inUserData('packs')
