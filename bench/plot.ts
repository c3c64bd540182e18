import type { Spread } from './compare.ts'

export type Bar = {
  readonly label: string
  readonly values: readonly number[]
  readonly spread: Spread | undefined
  readonly ours: boolean
}

const [labelWidth, barWidth, valueWidth, rowHeight, head] = [190, 380, 130, 26, 46]
const width = labelWidth + barWidth + valueWidth

/** A picture of one figure of one work: a bar for each system's median, a dot for each repeat. */
export const barsSvg = (title: string, unit: string, bars: readonly Bar[]) => {
  const most = Math.max(
    ...bars.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value))),
    Number.MIN_VALUE,
  )
  const x = (value: number) => labelWidth + (value / most) * barWidth
  const rows = bars.map(({ label, values, spread, ours }, index) => {
    const y = head + index * rowHeight
    const middle = y + rowHeight / 2
    const name = text(labelWidth - 8, middle + 4, label, `text-anchor="end"${ours ? ' font-weight="600"' : ''}`)
    if (!spread) return name + text(labelWidth + 4, middle + 4, 'failed', 'class="quiet"')
    const dots = values
      .filter((value) => !Number.isNaN(value))
      .map((value) => `<circle cx="${round(x(value))}" cy="${middle}" r="2.5"/>`)
    return [
      name,
      `<rect x="${labelWidth}" y="${y + 5}" width="${round(x(spread.median) - labelWidth)}" height="${rowHeight - 10}" rx="2" class="${ours ? 'ours' : 'peer'}"/>`,
      ...dots,
      text(Math.max(x(spread.max), x(spread.median)) + 8, middle + 4, readable(spread.median)),
    ].join('')
  })
  return svg(head + bars.length * rowHeight + 10, [
    text(0, 16, title, 'font-weight="600"'),
    text(0, 34, unit, 'class="quiet"'),
    ...rows,
  ])
}

export type Curve = { readonly label: string; readonly points: readonly { readonly x: number; readonly y: number }[] }

/** How a cost grows: both scales by factors of ten, so that a straight slope of one is "in proportion". */
export const curvesSvg = (title: string, xUnit: string, yUnit: string, curves: readonly Curve[]) => {
  const points = curves.flatMap((curve) => curve.points).filter(({ y }) => !Number.isNaN(y))
  const [left, top, right, bottom] = [70, 56, width - 150, 296]
  const scale = (values: readonly number[], from: number, to: number) => {
    const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)) + 1e-9)]
    const at = (value: number) => from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from)
    return { at, ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)) }
  }
  const x = scale(
    points.map((point) => point.x),
    left,
    right,
  )
  const y = scale(
    points.map((point) => point.y),
    bottom,
    top,
  )
  const grid = [
    ...x.ticks.map(
      (tick) =>
        line(x.at(tick), top, x.at(tick), bottom) +
        text(x.at(tick), bottom + 18, readable(tick), 'text-anchor="middle" class="quiet"'),
    ),
    ...y.ticks.map(
      (tick) =>
        line(left, y.at(tick), right, y.at(tick)) +
        text(left - 8, y.at(tick) + 4, readable(tick), 'text-anchor="end" class="quiet"'),
    ),
  ]
  const drawn = curves.map(({ label, points }, index) => {
    const known = points.filter(({ y }) => !Number.isNaN(y))
    const path = known.map((point) => `${round(x.at(point.x))},${round(y.at(point.y))}`)
    const last = known.at(-1)
    const dots = known.map((point) => `<circle cx="${round(x.at(point.x))}" cy="${round(y.at(point.y))}" r="3"/>`)
    const dash = index === 0 ? '' : ` stroke-dasharray="${2 + index * 3} 3"`
    return [
      `<polyline points="${path.join(' ')}" class="curve"${dash}/>`,
      ...dots,
      last ? text(x.at(last.x) + 8, y.at(last.y) + 4, label) : '',
    ].join('')
  })
  return svg(bottom + 50, [
    text(0, 16, title, 'font-weight="600"'),
    text(0, 34, `${yUnit}, by ${xUnit}; both scales logarithmic`, 'class="quiet"'),
    ...grid,
    ...drawn,
  ])
}

/** A number with as many digits as it deserves. */
export const readable = (value: number) => {
  const size = Math.abs(value)
  const digits = size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2
  return value.toLocaleString('en', {
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
    maximumFractionDigits: digits,
  })
}

const style = `<style>
text { font: 13px system-ui, sans-serif; fill: #1c1e21 } .quiet { fill: #6b7280 } .ours { fill: #2f6fde } .peer { fill: #b8bfca }
circle { fill: #1c1e21; fill-opacity: .55 } .grid { stroke: #e3e6ea } .curve { fill: none; stroke: #2f6fde; stroke-width: 2 }
@media (prefers-color-scheme: dark) { text { fill: #e8eaed } .quiet { fill: #9aa3af } .peer { fill: #4b5563 } circle { fill: #e8eaed } .grid { stroke: #374151 } }
</style>`

const svg = (height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">\n${style}\n${parts.join('\n')}\n</svg>\n`

const text = (x: number, y: number, words: string, attributes = '') =>
  `<text x="${round(x)}" y="${round(y)}" ${attributes}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`

const line = (x1: number, y1: number, x2: number, y2: number) =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" class="grid"/>`

const round = (value: number) => Math.round(value * 10) / 10
