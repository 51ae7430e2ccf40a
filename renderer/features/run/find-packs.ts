import type { PackCard } from '../../../analyses/model/pack-card'

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').toLowerCase()

/** Packs whose texts hold every word, wherever each stands; case and diacritics do not matter. */
export function findPacks(packs: readonly PackCard[], words: string): readonly PackCard[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return packs.filter(({ id, title, question, uses, topics }) => {
    const text = plain([id, title, question, ...uses, ...topics].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
