/** The to-do list names everything that waits for the enterprise, and nothing else. */
import { expect, it } from "vitest";
import type { Schema } from "@/api/types";
import { enterpriseTodos } from "./todo";

const NOW = new Date("2026-11-24T04:00:00Z");
const WAN = 1_000_000;
const COMPLETE = { completeness: 100, missing: [] as string[] } as Schema<"ProfileView">;

const order = (id: string, state: Schema<"OrderState">, patch: Partial<Schema<"EnterpriseOrderView">> = {}) =>
  ({
    id,
    state,
    demand_id: "x",
    demand_no: "XQ-1",
    due: null,
    differs: [],
    institution: { id: "b", name: "示例银行", institution_type: "bank" },
    offer: {
      amount: 300 * WAN,
      rate: 4_000,
      term_months: 12,
      fees: [],
      costs: { annual_cost: 4_200 },
      note: null,
    },
    kind: "debt",
    equity: null,
    decision: null,
    disbursement: null,
    ...patch,
  }) as Schema<"EnterpriseOrderView">;

const granted = (id: string, valid_until: string) =>
  order(id, "offered", {
    decision: { amount: 200 * WAN, rate: 3_900, valid_until } as Schema<"EnterpriseOrderView">["decision"],
  });

const todos = (input: Partial<Parameters<typeof enterpriseTodos>[0]>) =>
  enterpriseTodos({ profile: COMPLETE, demands: [], orders: [], now: NOW, ...input });

it("has nothing to say when nothing waits", () => {
  expect(
    todos({ orders: [order("1", "contacting"), order("2", "contracting"), order("3", "refused")] }),
  ).toEqual([]);
  expect(todos({ profile: undefined })).toEqual([]);
});

it("names the missing fields of the profile", () => {
  const missing = ["revenue", "staff", "address", "tax_grade", "district"];
  const [todo] = todos({ profile: { ...COMPLETE, completeness: 66, missing } });
  expect(todo?.title).toBe("企业档案完整度 66%");
  expect(todo?.detail).toBe("还缺上年营业收入、从业人数、经营地址、纳税信用等级等 5 项");
});

it("asks for an answer to offers, grants and payments", () => {
  const paid = order("p", "disbursed", {
    disbursement: { amount: 200 * WAN, confirmed_at: null } as Schema<"EnterpriseOrderView">["disbursement"],
  });
  const list = todos({ orders: [order("g", "grabbed"), granted("o", "2026-12-20"), paid] });
  expect(list.map((todo) => [todo.key, todo.kind])).toEqual([
    ["p", "确认放款"],
    ["o", "答复授信"],
    ["x", "答复报价"],
  ]);
  expect(list[1]?.detail).toContain("有效期至 2026-12-20");
  expect(list[2]?.title).toBe("示例银行报价 300.00 万元，请答复");
});

it("puts what runs out and what was returned on top", () => {
  const returned = {
    id: "d",
    no: "XQ-2",
    state: "returned",
    amount: 500 * WAN,
    defects: [{ field: "use_text", message: "请说明采购内容" }],
  } as unknown as Schema<"DemandView">;
  const draft = {
    id: "e",
    no: "XQ-3",
    state: "draft",
    amount: null,
    defects: [],
  } as unknown as Schema<"DemandView">;
  const list = todos({
    demands: [draft, returned],
    orders: [order("g", "grabbed"), granted("o", "2026-11-24")],
  });
  expect(list.map((todo) => todo.key)).toEqual(["o", "d", "x", "e"]);
  expect(list[0]?.detail).toContain("今天到期");
  expect(list[1]?.detail).toBe("用途说明：请说明采购内容");
});

it("asks for an answer to a joint credit, once for all its orders", () => {
  const joint = (id: string, state: Schema<"EnterpriseJointView">["state"], days_left: number) =>
    ({
      id,
      state,
      no: "LH-1",
      lead_name: "示例银行",
      demand_no: "XQ-1",
      total: 1_000 * WAN,
      due: { at: "2026-11-26T02:00:00Z", days_left },
    }) as Schema<"EnterpriseJointView">;
  const offered = { ...granted("o", "2026-12-20"), joint_id: "j" } as Schema<"EnterpriseOrderView">;
  const list = todos({
    orders: [offered],
    joints: [joint("i", "inviting", 3), joint("p", "proposed", 3), joint("j", "joint_offer", 0.5)],
  });
  expect(list.map(({ key, urgent }) => [key, urgent])).toEqual([
    ["j", true],
    ["p", false],
  ]);
});

it("asks to confirm a further draw, which silence confirms", () => {
  const draw = (id: string, actions: string[]) =>
    ({
      id,
      actions,
      amount: 50 * WAN,
      institution_name: "示例银行",
      order_id: "o",
      order_no: "DJ-1",
      due: { at: "2026-11-26T02:00:00Z", days_left: 2 },
    }) as Schema<"DrawView">;
  const list = todos({ draws: [draw("a", ["confirm", "reject"]), draw("b", [])] });
  expect(list.map(({ key, title, detail }) => [key, title, detail])).toEqual([
    ["a", "请确认示例银行的放款 50.00 万元", "对接单 DJ-1；逾期视为确认"],
  ]);
});

it("has the offers to one demand as one thing to do, due with the first of them", () => {
  const offer = (id: string, demand_id: string, days_left: number, annual_cost: number) => {
    const one = order(id, "grabbed", { demand_id, due: { at: "2026-12-01T10:00:00Z", days_left } });
    return { ...one, offer: { ...one.offer, costs: { annual_cost } } } as Schema<"EnterpriseOrderView">;
  };
  const list = todos({
    orders: [offer("1", "a", 2, 4_200), offer("2", "a", 1.2, 3_700), offer("3", "b", 3, 5_000)],
  });
  expect(list.map(({ title, to }) => [title, to])).toEqual([
    ["2 家机构报价，请比较后选择", "/enterprise/demands/a"],
    ["示例银行报价 300.00 万元，请答复", "/enterprise/orders/3"],
  ]);
  expect(list[0]?.detail).toBe("需求 XQ-1；最低综合年化成本 3.70%，期限 12 个月");
  expect(list[0]?.due?.days_left).toBe(1.2);
});

it("asks for a corrected application with its limit, and for a draft to be handed in", () => {
  const application = (id: string, state: Schema<"ApplicationRow">["state"]) =>
    ({
      id,
      state,
      no: state === "draft" ? null : "ZC-1",
      title: "研发补助",
      due: state === "correction" ? { at: "2026-11-26T02:00:00Z", days_left: 2 } : null,
    }) as Schema<"ApplicationRow">;
  const list = todos({
    applications: [application("d", "draft"), application("s", "submitted"), application("c", "correction")],
  });
  expect(list.map(({ key, kind, to, due }) => [key, kind, to, due?.days_left])).toEqual([
    ["c", "补正申请", "/enterprise/applications/c", 2],
    ["d", "继续填写", "/enterprise/applications/d/edit", undefined],
  ]);
  expect(list[0]?.detail).toBe("申请 ZC-1；逾期未补正的申请失效");
});
