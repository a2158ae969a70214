/** The table of what is typed and what is meant, the same as in the kernel. */
import { expect, it } from "vitest";
import { parseScaled, wanToFen } from "./money";
import { plainCode, plainMobile, plainRegistered } from "./typed";

it.each([
  ["１００", 100],
  ["100。5", 100.5],
  ["100.5", 100.5],
  ["１００．５", 100.5],
  ["1,200", 1200],
  ["１，２００", 1200],
  [" 1 200 ", 1200],
])("reads the amount %s as %d", (typed, meant) => {
  expect(wanToFen(typed)).toBe(meant * 1_000_000);
});

it.each(["1.5", "abc", "1。5", "-3", "一"])("reads no whole number from %s", (typed) => {
  expect(parseScaled(typed, 0)).toBeNull();
});

it("reads a whole number in full width", () => {
  expect(parseScaled("１２", 0)).toBe(12);
  expect(parseScaled("12.0", 0)).toBe(12);
});

it.each([
  "13800000000",
  "138 0000 0000",
  "138-0000-0000",
  "+8613800000000",
  "+86 138 0000 0000",
  "(+86)13800000000",
  "0086 13800000000",
  "86 13800000000",
  "１３８００００００００",
  "１３８　００００　００００",
  "\u202d13800000000\u202c",
])("reads the mobile number in %s", (typed) => {
  expect(plainMobile(typed)).toBe("13800000000");
});

it.each(["123456", "123 456", " 123\u00a0456 ", "１２３ ４５６", "12 34 56\n"])(
  "reads the code in %j",
  (typed) => {
    expect(plainCode(typed)).toBe("123456");
  },
);

it("reads identity numbers and credit codes", () => {
  for (const typed of ["11010519491231002x", "１１０１０５１９４９１２３１００２Ｘ", "110105 19491231 002X"])
    expect(plainRegistered(typed)).toBe("11010519491231002X");
  expect(plainRegistered(" 91500107-ma5ux00031 ")).toBe("91500107MA5UX00031");
});
