/** Places in official numbers; `kernel/src/identity.rs` has the same. */

/** First two digits of the codes of provinces, municipalities and autonomous regions (GB/T 2260). */
export const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

/** Six digits that can be a place: of a province that exists, and no county without its city. */
export const isPlace = (code: string): boolean =>
  /^\d{6}$/.test(code) && PROVINCE.test(code) && !/^..00(?!00)/.test(code);
