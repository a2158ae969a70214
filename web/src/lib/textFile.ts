/** The text of a file that an office program wrote: UTF-8, UTF-16, or GBK, in which Chinese Excel saves CSV. */

const decoded = (encoding: string, bytes: Uint8Array) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

/** UTF-16 says so by its first two bytes; without them, every other byte of plain text is zero. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 64);
  const zeros = (odd: number) => start.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (zeros(1) > 0 && zeros(0) === 0) return "utf-16le";
  return zeros(0) > 0 && zeros(1) === 0 ? "utf-16be" : null;
}

/** Null where it is no text. */
export function textOf(bytes: Uint8Array): string | null {
  const wide = utf16(bytes);
  for (const encoding of wide ? [wide] : ["utf-8", "gb18030"])
    try {
      return decoded(encoding, bytes);
    } catch {
      // Not this one.
    }
  return null;
}
