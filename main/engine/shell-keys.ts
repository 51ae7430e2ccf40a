import type { Fault } from '../../analyses/model/fault'
import type { FromEngine } from '../../preload/contract/host'
import type { KeyStore } from '../commands/key-store'
import { Questions } from './questions'

export interface ShellKeys extends KeyStore {
  settle(id: number, outcome: { readonly key: Uint8Array } | { readonly fault: Fault }): void
}

/** Keys from the desktop shell, which alone reaches the system's key store. */
export function shellKeys(send: (message: FromEngine) => void): ShellKeys {
  const questions = new Questions<Uint8Array>()
  return {
    key: (project) => questions.ask((id) => send({ kind: 'key', id, project })),
    settle: (id, outcome) => questions.settle(id, 'key' in outcome ? { answer: outcome.key } : outcome),
  }
}
