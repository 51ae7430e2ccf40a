import type { Locale } from '../../../analyses/model/locale'
import type { PackCard } from '../../../analyses/model/pack-card'
import { bindOneLetterWords } from '../../i18n/typography'

interface Worded {
  readonly title: string
  readonly help?: string
}

/** A pack's words as they are set on the screen: no one-letter word ends a line. Names and values stay as they are. */
export function typesetPack(pack: PackCard, locale: Locale): PackCard {
  const bind = (text: string) => bindOneLetterWords(text, locale)
  const worded = <T extends Worded>(one: T): T => ({
    ...one,
    title: bind(one.title),
    ...(one.help === undefined ? {} : { help: bind(one.help) }),
  })
  return {
    ...worded(pack),
    question: bind(pack.question),
    uses: pack.uses.map(bind),
    limits: pack.limits.map(bind),
    needs: pack.needs.map((need) => ({
      ...worded(need),
      columns: need.columns.map(worded),
      forms: need.forms.map(worded),
    })),
    params: pack.params.map((param) => ({
      ...worded(param),
      ...(param.options === undefined ? {} : { options: param.options.map(worded) }),
    })),
    outputs: pack.outputs.map(worded),
  }
}
