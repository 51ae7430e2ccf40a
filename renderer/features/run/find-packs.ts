import type { PackCard } from '../../../analyses/model/pack-card'

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').toLowerCase()

/** Whether a text holds every word, wherever each stands; case and diacritics do not matter. */
export function matching(text: string, words: string): boolean {
  const held = plain(text)
  return plain(words)
    .split(/\s+/)
    .every((word) => held.includes(word))
}

/** Packs whose texts hold every word. */
export const findPacks = (packs: readonly PackCard[], words: string): readonly PackCard[] =>
  packs.filter(({ id, title, question, uses, topics }) =>
    matching([id, title, question, ...uses, ...topics].join(' '), words),
  )
