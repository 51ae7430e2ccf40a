import { z } from 'zod'

/** What the shell gives the engine process when it starts it; the rest of `CommandEnvironment` the engine knows itself. */
export const engineStartSchema = z.object({
  workerPath: z.string(),
  packFolders: z.array(z.string()),
  templateFolders: z.array(z.string()),
  sampleFolder: z.string(),
  fontFolder: z.string(),
  appVersion: z.string(),
  logFile: z.string(),
})
export type EngineStart = z.infer<typeof engineStartSchema>

const hostFaultSchema = z.object({
  code: z.string(),
  path: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export type HostFault = z.infer<typeof hostFaultSchema>

/** Shell to engine process. `port` brings one MessagePort: a window's. */
export const toEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('port') }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('printed'), id: z.number().int(), pdf: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('key'), id: z.number().int(), key: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('no-key'), id: z.number().int(), fault: hostFaultSchema }),
  z.object({ kind: z.literal('not-printed'), id: z.number().int(), fault: hostFaultSchema }),
])
export type ToEngine = z.infer<typeof toEngineSchema>

/** Engine process to shell. */
export const fromEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('print'), id: z.number().int(), html: z.string() }),
  /** The key of a project's pseudonyms is wanted. */
  z.object({ kind: z.literal('key'), id: z.number().int(), project: z.string() }),
])
export type FromEngine = z.infer<typeof fromEngineSchema>

/** Names of the messages between shell and preload; each shell method has a channel of its own. */
export const shellChannel = (method: string): string => `shell:${method}`
export const enginePortChannel = 'engine:port'
export const engineGoneChannel = 'engine:gone'
export const shellEventChannel = 'shell-event'
