/** An unguessable key. (`crypto.randomUUID` is missing where the page came over plain HTTP, as on a home network.) */
export const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
