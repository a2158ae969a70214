/** The browser finds the faults of a form that the server finds: the fixtures of crates/policy say which. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Fault, faultsOf } from "./faults";
import { formulaFault } from "./formula";
import type { FieldOf } from "./kinds";
import type { Form } from "./model";

type Faulty = { name: string; form: Form; faults: Pick<Fault, "path" | "code">[] };
type Fixture = { catalogue: FieldOf[]; cases: { form: Form }[]; faulty: Faulty[] };

const forms = JSON.parse(readFileSync("../crates/policy/fixtures/forms.json", "utf8")) as Fixture;
const keys = (list: readonly { path: string; code: string }[]) =>
  list.map(({ path, code }) => `${path} ${code}`).sort();

describe("faults", () => {
  // What has not the shape of a form cannot be built here.
  const shaped = forms.faulty.filter(({ faults }) =>
    faults.every(({ code }) => (code as string) !== "malformed"),
  );

  it.each(shaped)("$name", ({ form, faults }) => {
    const found = faultsOf(form, forms.catalogue);
    expect(keys(found)).toEqual(keys(faults));
    expect(found.every(({ text }) => text !== "")).toBe(true);
  });

  it("are none where the server has none", () => {
    for (const { form } of forms.cases) expect(faultsOf(form, forms.catalogue)).toEqual([]);
  });
});

describe("formulas", () => {
  it.each([
    ["a + 1", null],
    ["如果（a ≥ 10 且 b < 3，最大（a，b），0）", null],
    ["a +", "第 4 个字符处：缺少数字、指标或括号"],
    ["zz * 2", "第 1 个字符处：没有名为“zz”的指标"],
    ["(a + b", "第 7 个字符处：缺少右括号"],
    ["a + b)", "第 6 个字符处：缺少与之对应的左括号"],
    ["a b", "第 3 个字符处：缺少运算符"],
    ["1 < a < 3", "第 7 个字符处：比较不能连写，请用 and 连接"],
    ["a # b", "第 3 个字符处：不认识符号“#”"],
    ["a = b", "第 3 个字符处：不认识符号“=”"],
    ["1.2345678", "第 1 个字符处：数字有误：整数部分不超过 16 位，小数不超过 6 位"],
    ["abs(a)", "第 1 个字符处：没有名为“abs”的函数，可用 min、max、if"],
    ["if(a, 1)", "第 1 个字符处：if 需要三个部分：条件、成立时的值、否则的值"],
    ["min(a)", "第 1 个字符处：min 和 max 至少需要两个部分"],
    ["", "第 1 个字符处：缺少数字、指标或括号"],
  ])("%s", (source, want) => expect(formulaFault(source, ["a", "b"])).toBe(want));

  it("are bounded", () => {
    expect(formulaFault(`${"(".repeat(60)}a`, ["a"])).toContain("嵌套层数过多");
    expect(formulaFault(`a${"+a".repeat(900)}`, ["a"])).toContain("过于复杂");
    expect(formulaFault("a".repeat(2_001), ["a"])).toContain("内容过长");
  });
});
