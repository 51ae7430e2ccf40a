export { protect } from './protect'
export { withheldColumn } from './quotes'
export type { Protection, ProtectRequest, PublishedRun } from './request'
