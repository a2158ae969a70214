import { expect, test } from "vitest";
import { methodText } from "@/labels/matching";
import { ratio, separation } from "./network";
import { titlesOf } from "./SegmentCharts";

test("methods have Chinese names and keep their parameters", () => {
  expect(methodText(null)).toBe("多种方法组合");
  expect(methodText("hybrid λ=0.2")).toBe("扩散与热传导混合 λ=0.2");
  expect(methodText("pref. diffusion ε=-0.85")).toBe("偏好扩散 ε=-0.85");
  expect(methodText("RE-NBI a=-0.75")).toBe("去冗余扩散 a=-0.75");
  expect(methodText("low-pass rank 32")).toBe("低秩滤波 rank 32");
  expect(methodText("CF (users, cosine)")).toBe("相近企业协同过滤");
  expect(methodText("another")).toBe("another");
});

test("figures are read as in the literature", () => {
  expect(ratio(7_180)).toBe("0.072");
  expect([600, 300, 249, -20].map(separation)).toEqual([
    "区分明显",
    "有一定区分",
    "区分不明显",
    "区分不明显",
  ]);
});

test("titles are summed over the clusters that tell them", () => {
  const segment = (...titles: ["high_tech" | "srdi", number][]) => ({
    titles: titles.map(([title, firms]) => ({ title, firms })),
  });
  expect(titlesOf([segment(["high_tech", 88], ["srdi", 31]), segment(["srdi", 20])])).toEqual([
    { id: "high_tech", name: "高新技术企业", value: 88 },
    { id: "srdi", name: "专精特新中小企业", value: 51 },
  ]);
});
