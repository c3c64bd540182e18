import type { z } from 'zod'

/** Checks a form by the schema of what it sends: a sentence for each field that is not right yet, in the form's own words. */
export const schemaErrors =
  <Field extends string>(schema: z.ZodType, sentences: Record<Field, string>) =>
  (values: unknown): Partial<Record<Field, string>> => {
    const read = schema.safeParse(values)
    if (read.success) return {}
    const errors: Partial<Record<Field, string>> = {}
    for (const issue of read.error.issues) {
      const path = issue.path.join('.')
      for (const field of fieldsOf(sentences)) {
        if (path === field || path.startsWith(`${field}.`)) errors[field] = sentences[field]
      }
    }
    return errors
  }

const fieldsOf = <Field extends string>(sentences: Record<Field, string>): Field[] => {
  const fields: Field[] = []
  for (const field in sentences) fields.push(field)
  return fields
}
