/** A value says who stands for it, and until when. */
import { expect, it } from "vitest";
import { type Origin, originText, titleTexts } from "./Origin";

const tax: Origin = {
  source: "tax",
  on: "2026-03-31",
  expires_on: "2027-03-31",
  verifier: "税务",
};

it("names source and day, and says what is not verified or expired", () => {
  expect(originText(tax, "2027-03-31")).toBe("税务 · 2026-03-31");
  expect(originText(tax, "2027-04-01")).toBe("税务 · 2026-03-31 · 已过期");
  expect(originText({ ...tax, source: "own", expires_on: null }, "2026-11-23")).toBe(
    "企业自填 · 2026-03-31 · 未核验",
  );
  expect(originText(undefined)).toBe("未核验");
});

it("marks each title", () => {
  const texts = { high_tech: "高新技术企业", srdi: "专精特新" };
  const origins = { "titles.high_tech": { ...tax, source: "document" as const, expires_on: "2999-01-01" } };
  expect(titleTexts(texts, ["high_tech", "srdi"], origins)).toBe(
    "高新技术企业（平台核对材料 · 2026-03-31）、专精特新（未核验）",
  );
  expect(titleTexts(texts, [], {})).toBe("—");
});
