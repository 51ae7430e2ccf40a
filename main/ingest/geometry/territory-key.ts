import type { Declared } from '../tables/source-table'

/** Attribute names that public layers give to the key of a territory, letters and digits only. */
const KEYS =
  /^(?:nuts(?:id|code|kod)?[0-4]?(?:kod|id|code)?|nuts[0-4]?(?:20\d\d)?(?:id|code|kod)?|lau[12]?(?:id|code|kod|cd)?|kodlau[12]?|kodnuts[0-4]?|gisco(?:id)|teryt|jptkodje|iczuj|zuj|kodobce|obeckod|kodobec|kodokresu|okreskod|kodokres|kodkraje|krajkod|kodkraj|kodorp|orpkod|kodpou|poukod|kodmomc|momckod|idn4|lau2code)$/

/** A key of a territory by its name alone: text for ever, and in the role of the territory. */
export function territoryRole(label: string): Declared | null {
  const plain = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  return KEYS.test(plain) ? { type: 'code', role: 'territory' } : null
}
