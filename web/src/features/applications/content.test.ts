import { describe, expect, it } from "vitest";
import { type Content, type Detail, spotOf, spotOfFault, stepsOf, toContent, withPayee } from "./content";
import { differences } from "./differences";
import { doneOf } from "./done";
import { byName, standing, toldOf } from "./told";

const DETAIL = {
  form: {
    blocks: [
      { id: "name", label: "项目名称", input: { text: { max_length: 50 } } },
      {
        id: "costs",
        label: "费用明细",
        input: { table: { columns: [{ id: "amount", label: "金额", input: { money: {} } }] } },
      },
    ],
  },
  figures: [{ name: "equipment", label: "设备投资额", kind: "money" }],
  materials: [{ name: "审计报告", source: "upload", required: true }],
  pays: true,
} as unknown as Detail;

const content = (values: object, more: Partial<Content> = {}) => toContent({ values, ...more });

describe("what is kept", () => {
  it("is the same in whatever order the server gives it", () => {
    const one = { values: { b: 1, a: { d: null, c: [{ y: 1, x: 2 }] } } };
    const other = { values: { a: { c: [{ x: 2, y: 1 }], d: null }, b: 1 }, figures: {}, materials: [] };
    expect(JSON.stringify(toContent(one))).toBe(JSON.stringify(toContent(other)));
  });

  it("stands in steps of which each has something to do", () => {
    expect(stepsOf(DETAIL).map(({ key }) => key)).toEqual([
      "check",
      "form",
      "figures",
      "materials",
      "payee",
      "confirm",
    ]);
    const bare = { ...DETAIL, form: null, figures: [], materials: [], pays: false } as unknown as Detail;
    expect(stepsOf(bare).map(({ key }) => key)).toEqual(["check", "confirm"]);
  });
});

describe("steps in which nothing is left", () => {
  const ticked = (given: Content, passed = false, defects = 0) => {
    const done = doneOf(DETAIL, given, defects);
    return stepsOf(DETAIL).flatMap(({ key }) => (done(key, passed) ? [key] : []));
  };
  const report = { name: "审计报告", files: ["f1"], agreed: false };

  it("lack no required material, figure or part of the account", () => {
    expect(ticked(content({}), true, 1)).toEqual([]);
    expect(ticked(content({ name: "甲" }), true)).toEqual(["form"]);
    expect(ticked(content({}, { materials: [report] }), false, 1)).toEqual(["materials"]);
    expect(ticked(content({}, { materials: [{ ...report, files: [] }] }), true, 1)).toEqual([]);
    expect(ticked(content({}, { figures: { equipment: 1 } }), false, 1)).toEqual(["figures"]);
    expect(ticked(content({}, { figures: { equipment: "1.2.3" } }), true, 1)).toEqual([]);
    const payee = { name: "甲公司", bank: "某银行某支行", account: "6222" };
    expect(ticked(content({}, { payee }), false, 1)).toEqual(["payee"]);
    expect(ticked(content({}, { payee: { ...payee, bank: " " } }), true, 1)).toEqual([]);
  });

  it("count once they were passed where they may stay empty, and the others as they are gone through", () => {
    expect(ticked(content({}))).toEqual([]);
    expect(ticked(content({}), true)).toEqual(["form"]);
    expect(doneOf(DETAIL, content({}), 0)("check", true)).toBeUndefined();
  });
});

describe("places", () => {
  it.each([
    ["values.costs.1.amount", { step: "form", path: "/costs/1/amount" }],
    ["values", { step: "form", path: "" }],
    ["figures.equipment", { step: "figures", path: "/equipment" }],
    ["materials.2026.审计报告", { step: "materials", path: "2026.审计报告" }],
    ["payee.account", { step: "payee", path: "account" }],
    ["else", null],
  ])("of the error %s", (field, want) => expect(spotOf(field)).toEqual(want));

  it.each([
    ["form/costs", { step: "form", path: "/costs" }],
    ["material/审计/报告", { step: "materials", path: "审计/报告" }],
    ["payee", { step: "payee", path: "" }],
    ["", null],
  ])("of the correction “%s”", (place, want) => expect(spotOfFault(place)).toEqual(want));
});

describe("what was refused", () => {
  const errors = [
    { field: "values.name", message: "“项目名称”不能为空", code: "x" },
    { field: "materials.审计报告", message: "请上传“审计报告”", code: "x" },
    { field: "payee.account", message: "请填写 8 至 32 位数字的收款账号", code: "x" },
  ] as never[];

  it("is told until it is mended; the form tells its own", () => {
    const sent = content({});
    expect(standing({ errors, sent }, sent).map(({ field }) => field)).toEqual([
      "materials.审计报告",
      "payee.account",
    ]);
    const mended = content({}, { materials: [{ name: "审计报告", files: ["f"], agreed: false }] });
    const left = standing({ errors, sent }, mended);
    expect(left.map(({ field }) => field)).toEqual(["payee.account"]);
    expect(byName(left, "materials").size).toBe(0);
    const told = toldOf([{ path: "/name", code: "required", text: "“项目名称”不能为空" }], left);
    expect(told.map(({ text }) => text)).toEqual([
      "“项目名称”不能为空",
      "收款账户账号：请填写 8 至 32 位数字的收款账号",
    ]);
  });
});

describe("two texts", () => {
  const mine = content({ name: "甲", costs: [{ amount: 100 }], same: 1 });
  const theirs = content(
    { name: "乙", costs: [{ amount: 200_000_000 }], same: 1 },
    {
      payee: { name: "某公司", bank: "", account: "" },
    },
  );

  it("are told where they differ, cell by cell, and either can be had", () => {
    const rows = differences(DETAIL, mine, theirs);
    expect(rows.map(({ label, mine: one, theirs: other }) => [label, one, other])).toEqual([
      ["项目名称", "甲", "乙"],
      ["费用明细", "1. 1.00 元", "1. 200.00 万元"],
      ["户名", "—", "某公司"],
    ]);
    const all = rows.reduce((before, row) => row.adopted(before), mine);
    expect(toContent(all)).toEqual(theirs);
    expect(differences(DETAIL, all, theirs)).toEqual([]);
  });
});

it("suggests the firm's name for an account that nothing is written of", () => {
  const detail = { pays: true, enterprise: "某公司" } as Detail;
  const start = { values: toContent({}), restored: false };
  expect(withPayee(start, detail)).toMatchObject({ suggested: true, values: { payee: { name: "某公司" } } });
  expect(withPayee(start, { ...detail, pays: false }).suggested).toBe(false);
  const written = { ...start, values: toContent({ payee: { account: "6222" } }) };
  expect(withPayee(written, detail).values.payee.name).toBe("");
});
