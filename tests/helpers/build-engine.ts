import { engineWorker } from './engine'

/** Once per test run, before the first file: tests start workers from the built engine only. */
export function setup(): void {
  engineWorker()
}
