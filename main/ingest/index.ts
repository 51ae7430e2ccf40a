export { inspectFile } from './inspect'
export { loadFile } from './load'
export { type ImportStep, importSteps } from './progress'
