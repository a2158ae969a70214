/** What is refused before it is sent. */
import { expect, it } from "vitest";
import { refusal, sizeText } from "./fileRules";

const rules = { megabytes: 20, most: 10 };

it("refuses by name and size", () => {
  expect(refusal({ name: "年报.PDF", size: 1 }, rules)).toBeNull();
  expect(refusal({ name: "a.pdf.exe", size: 1 }, rules)).toMatch(/只接受/);
  expect(refusal({ name: "pdf", size: 1 }, rules)).toMatch(/只接受/);
  expect(refusal({ name: "a.pdf", size: 0 }, rules)).toMatch(/空/);
  expect(refusal({ name: "a.pdf", size: 20 * 1024 * 1024 + 1 }, rules)).toBe("单个文件不能超过 20 MB");
  expect(refusal({ name: "a.pdf", size: 900_000_000 }, undefined)).toBeNull();
});

it("tells sizes", () => {
  expect([sizeText(1), sizeText(389_120), sizeText(2_516_582)]).toEqual(["1 KB", "380 KB", "2.4 MB"]);
});
