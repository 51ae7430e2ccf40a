import { safeStorage } from 'electron'
import type { Sealer } from '../commands/key-store'

/** The system's key store (Keychain, DPAPI, Secret Service); null where there is none or it only pretends. */
export function systemSealer(): Sealer | null {
  // On Linux without a keyring Electron falls back to a password that is the same everywhere: no protection.
  const pretends = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (pretends || !safeStorage.isEncryptionAvailable()) return null
  return {
    seal: async (key) => safeStorage.encryptString(Buffer.from(key).toString('base64')),
    unseal: async (sealed) => Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'),
  }
}
