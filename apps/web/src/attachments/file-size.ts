import { byLocale } from '../ui/intl.ts'

/** How much a file is, in the unit that fits: "12 kB", "3.4 MB". */
export const fileSize = (bytes: number, locale: string) => {
  if (bytes < 1000) return inBytes(locale).format(bytes)
  if (bytes < 1_000_000) return inKilobytes(locale).format(bytes / 1000)
  return inMegabytes(locale).format(bytes / 1_000_000)
}

const unit = (name: string, maximumFractionDigits: number) =>
  byLocale((locale) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, maximumFractionDigits }))

const inBytes = unit('byte', 0)
const inKilobytes = unit('kilobyte', 0)
const inMegabytes = unit('megabyte', 1)
