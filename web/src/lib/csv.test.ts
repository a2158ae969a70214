/** What a list looks like in an office program, and that none of its cells computes there. */
import { describe, expect, it } from "vitest";
import { csvCell, csvSheet } from "./csv";

describe("a cell", () => {
  it("is quoted where it holds what separates cells", () => {
    expect(csvCell("重庆, 北碚")).toBe('"重庆, 北碚"');
    expect(csvCell('他说"好"')).toBe('"他说""好"""');
    expect(csvCell("两\n行")).toBe('"两\n行"');
    expect(csvCell("普通")).toBe("普通");
  });

  it("is never a formula", () => {
    for (const text of ["=1+1", "+86", "-cmd", "@SUM(A1)", " =1", "\t=1", "＝1+1", "＋1", "－x", "＠a"])
      expect(csvCell(text).replace(/^"/, "").startsWith("'"), text).toBe(true);
    expect(csvCell("-3.85%")).toBe("-3.85%");
    expect(csvCell("-12")).toBe("-12");
  });
});

it("begins with the mark of UTF-8 and the headings", () => {
  expect(csvSheet(["编号", "金额"], [["DJ-1", "100"]])).toBe("\u{feff}编号,金额\r\nDJ-1,100\r\n");
});
