/** One sheet in every encoding that office programs write. */
import { expect, it } from "vitest";
import { textOf } from "./textFile";

const SHEET = "日期,类型,名称\r\n2026/1/1,放假,元旦\r\n";

/** As Chinese Excel saves it. */
const GBK = [
  0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x32, 0x30,
  0x32, 0x36, 0x2f, 0x31, 0x2f, 0x31, 0x2c, 0xb7, 0xc5, 0xbc, 0xd9, 0x2c, 0xd4, 0xaa, 0xb5, 0xa9, 0x0d, 0x0a,
];

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(units.flatMap((u) => (little ? [u & 0xff, u >> 8] : [u >> 8, u & 0xff])));
}

it.each([
  ["UTF-8", new TextEncoder().encode(SHEET)],
  ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${SHEET}`)],
  ["GBK", Uint8Array.from(GBK)],
  ["UTF-16", utf16(SHEET, true, true)],
  ["UTF-16 the other way round", utf16(SHEET, false, true)],
  ["UTF-16 without a mark", utf16(SHEET, true, false)],
  ["UTF-16 without a mark, the other way round", utf16(SHEET, false, false)],
])("reads %s", (_name, bytes) => {
  expect(textOf(bytes)).toBe(SHEET);
});

it("knows what is no text", () => {
  expect(textOf(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0x00, 0x00, 0xff]))).toBeNull();
});
