import type { Localised } from '../../analyses/model/locale'

/**
 * One screen's texts (ICU message format), the three languages beside each other so that a reviewer sees
 * when one drifts. A key without one of the languages does not compile.
 */
export const defineMessages = <const T extends Readonly<Record<string, Localised>>>(messages: T): T =>
  messages
