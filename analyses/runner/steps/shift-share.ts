import { shiftShare, shiftShareMethod } from '../../methods/regional/shift-share'
import { tableOf } from './columns'
import { nameOption, numberIn, optionalName, type TablesStep } from './step-method'

/** Rows of territory, activity, period and value -> the parts of every cell's change. */
export const shiftShareStep: TablesStep = {
  method: shiftShareMethod,
  table: {},
  inputs: ['activity'],
  gives: ['components'],
  reads: () => ({ activity: ['territory', 'activity', 'period', 'value'] }),
  *run({ activity }, options) {
    yield 0
    const { components, from, to, periods } = shiftShare(
      activity!.rows.map((row) => ({
        territory: String(row['territory'] ?? ''),
        activity: String(row['activity'] ?? ''),
        period: String(row['period'] ?? ''),
        value: numberIn(row, 'value'),
      })),
      {
        from: optionalName(options, 'from') || null,
        to: optionalName(options, 'to') || null,
        reference: optionalName(options, 'reference') || null,
        variant: nameOption(options, 'variant'),
      },
    )
    return {
      components: tableOf(
        {
          territory: 'text',
          activity: 'text',
          from_period: 'text',
          to_period: 'text',
          periods: 'number',
          start: 'number',
          end: 'number',
          total: 'number',
          national: 'number',
          mix: 'number',
          regional: 'number',
          allocation: 'number',
          not_allocated: 'number',
          homothetic: 'number',
          reference_growth: 'number',
          status: 'text',
        },
        components.map(({ notAllocated, referenceGrowth, ...row }) => ({
          ...row,
          from_period: from,
          to_period: to,
          periods: periods.length,
          not_allocated: notAllocated,
          reference_growth: referenceGrowth,
        })),
      ),
    }
  },
}
