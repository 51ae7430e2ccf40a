export { inspectFile } from './inspect'
export { loadFile } from './load'
export { type ImportStep, importSteps } from './progress'
export { type TriedType, whatWouldFail } from './types/what-would-fail'
