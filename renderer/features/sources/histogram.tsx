import type { ColumnProfile } from '../../../analyses/model/profile'
import { cellText } from '../../components/cell-text'
import { useLanguage } from '../../i18n'

type Numbers = NonNullable<ColumnProfile['numbers']>

const size = { width: 320, height: 72 }

/** How the numbers of a column lie; a sentence says the same to who cannot see it. */
export function Histogram({ name, numbers }: { readonly name: string; readonly numbers: Numbers }) {
  const { t, formats, locale } = useLanguage()
  const { bins } = numbers
  const most = bins.reduce((top, bin) => (bin.count > top.count ? bin : top), { from: 0, to: 0, count: 0 })
  if (most.count === 0) return null
  const number = (value: number) => cellText(rounded(value), { kind: 'number', grouping: true }, locale)
  const step = size.width / bins.length
  const words = t('profile.histogram', {
    name,
    bins: bins.length,
    least: number(numbers.least),
    greatest: number(numbers.greatest),
    from: number(most.from),
    to: number(most.to),
    formatted: formats.integer(most.count),
    count: most.count,
  })
  return (
    <figure className="histogram">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words}
      >
        {bins.map(({ from, count }, index) => {
          // A bin that holds anything is seen: one value among millions is still there.
          const height = count === 0 ? 0 : Math.max(1.5, (count / most.count) * size.height)
          return (
            <rect
              key={from}
              x={index * step + 0.5}
              y={size.height - height}
              width={Math.max(0.5, step - 1)}
              height={height}
            />
          )
        })}
      </svg>
      <figcaption>
        <span>{number(numbers.least)}</span>
        <span>{number(numbers.greatest)}</span>
      </figcaption>
    </figure>
  )
}

/** Four significant digits are enough beside a picture. */
export const rounded = (value: number): number => Number(value.toPrecision(4))
