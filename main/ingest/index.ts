export { inspectFile } from './inspect'
export { loadFile } from './load'
export { type ImportStep, importSteps } from './progress'
export { whatWouldFail } from './types/what-would-fail'
