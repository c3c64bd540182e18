/**
 * One formatter for each locale, made when it is first needed: making one costs a hundred times what using it does, and a
 * list uses dozens for every event.
 */
export const byLocale = <Formatter>(make: (locale: string) => Formatter) => {
  const made = new Map<string, Formatter>()
  return (locale: string): Formatter => {
    const known = made.get(locale)
    if (known !== undefined) return known
    const formatter = make(locale)
    made.set(locale, formatter)
    return formatter
  }
}
