import { utilityProcess } from 'electron'

/**
 * Runs the command line front door when the app was started with one of its words, so that an installed app needs
 * no Node. A utility process, because the installed app's own "run as Node" switch is off for safety.
 * @returns the command's exit code
 */
export const runCommand = (modulePath: string, words: readonly string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = utilityProcess.fork(modulePath, [...words], { serviceName: 'command', stdio: 'inherit' })
    child.once('exit', resolve)
  })
