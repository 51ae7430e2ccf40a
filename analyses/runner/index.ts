export type { BoundInput, RunRequest } from './request'
export type { RunDatabase } from './run-database'
