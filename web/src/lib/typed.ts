/**
 * What people type into fields for numbers and codes, made plain: input methods leave full-width characters, address books
 * invisible ones, and everybody groups digits. One function for each kind; `kernel/src/typed.rs` has the same.
 */

/** Half width, one kind of hyphen and of point, no invisible characters. */
function plain(text: string): string {
  return text
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[。｡]/g, ".")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-");
}

/** A number: without blanks and thousands separators, with a point for a 。. */
export const plainNumber = (text: string): string => plain(text).replaceAll(/[,\s]/g, "");

/** A mobile number: without blanks, hyphens, points and brackets, and without the country's prefix. */
export const plainMobile = (text: string): string =>
  plain(text)
    .replaceAll(/[\s\-.()]/g, "")
    .replace(/^(?:\+86|0086|86)(?=\d{11}$)/, "");

/** A code of an authenticator, or a recovery code: without blanks. */
export const plainCode = (text: string): string => plain(text).replaceAll(/\s/g, "");

/** An identity number or a unified social credit code: without blanks and hyphens, in capitals. */
export const plainRegistered = (text: string): string => plain(text).replaceAll(/[\s-]/g, "").toUpperCase();
