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

const round = (value: number) => Math.round(value * 10) / 10
