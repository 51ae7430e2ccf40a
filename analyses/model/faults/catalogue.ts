import { engineFaults } from './engine'

/** Every fault the workbench can name. An area adds its own file here; the contract test walks this object. */
export const faultCatalogue = {
  ...engineFaults,
} as const

export type FaultCode = keyof typeof faultCatalogue
