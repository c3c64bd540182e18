/**
 * What a Russian translation must have: every key of the English one. Where English has two plural forms (`_one`,
 * `_other`), Russian has four.
 */
export type Russian<English> = {
  readonly [Key in keyof English as RussianKey<Key & string>]: English[Key] extends string
    ? string
    : Russian<English[Key]>
}

type RussianKey<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other`
  ? `${Base}_${'one' | 'few' | 'many' | 'other'}`
  : Key
