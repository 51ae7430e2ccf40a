import { faultText } from '../../../analyses/model/fault-text'
import { packAreas } from '../../../analyses/model/pack-manifest'
import { cardOf } from '../../commands/pack-cards'
import type { CliCommand } from '../context'
import { exitCode } from '../exit-codes'
import { faultDocument } from '../output'

/** The packs there are by the question they answer, and the folders that cannot be used with their reasons. */
export const packsCommand: CliCommand = async (context) => {
  const { packs, broken } = await context.session.packs.all()
  const cards = packs.map((pack) => cardOf(pack, context.locale))
  const wrecks = broken.map(({ folder, faults }) => ({
    folder,
    faults: faults.map((one) => faultDocument(one, context.locale)),
  }))
  context.print({ packs: cards, broken: wrecks }, () =>
    [
      ...packAreas.flatMap((area) => {
        const inArea = cards.filter((card) => card.area === area)
        const lines = inArea.map((card) => `  ${card.id}  ${card.version}  ${card.question}`)
        return lines.length === 0 ? [] : [context.say(`area.${area}`), ...lines]
      }),
      ...broken.flatMap(({ folder, faults }) => [
        `! ${context.say('packs.broken', { folder })}`,
        ...faults.map((one) => `    ${one.path ?? ''} ${faultText(one, context.locale)}`),
      ]),
    ].join('\n'),
  )
  return exitCode.done
}
