import type { Locale } from '../../analyses/model/locale'
import { type Pack, packCard } from '../../analyses/model/pack'
import type { PackCard } from '../../analyses/model/pack-card'
import { citationShelf } from '../../analyses/reference/citations'

/** A pack as a person chooses it, its sources written out. */
export function cardOf(pack: Pack, locale: Locale): PackCard {
  const card = packCard(pack, locale)
  return { ...card, citations: card.citations.map((key) => citationShelf.get(key)?.text ?? key) }
}
