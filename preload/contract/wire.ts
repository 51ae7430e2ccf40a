import { z } from 'zod'
import type { Fault } from '../../analyses/model/fault'
import type { StepProgress } from '../../analyses/model/job'

/** Everything the window may say to the engine. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number().int(), method: z.string(), body: z.unknown() }),
  z.object({ kind: z.literal('cancel'), id: z.number().int() }),
])
export type WireRequest = z.infer<typeof requestSchema>

/** Everything the engine may answer. Progress comes at most ten times a second for each call. */
export type WireReply =
  | { readonly kind: 'progress'; readonly id: number; readonly body: StepProgress }
  | { readonly kind: 'done'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: Fault }
