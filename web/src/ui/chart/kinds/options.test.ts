/** From plain figures to what the library is told. */
import { describe, expect, it } from "vitest";
import type { Look } from "../look";
import { barsOption, brokenNames } from "./bars";
import { funnelOption } from "./funnel";
import { column, graphOption } from "./graph";
import { labelPlaces, lineOption } from "./line";
import { bounds, lowest, quadrantOption } from "./quadrant";
import { broken, radarOption } from "./radar";

const LOOK: Look = {
  ink: "#1a2433",
  quiet: "#4a5768",
  line: "#d9e0ea",
  surface: "#fff",
  tones: {
    brand: "#0b4da2",
    gold: "#8a5a00",
    ok: "#1b7a3d",
    purple: "#6b3fa0",
    quiet: "#5c6878",
    accent: "#b3261e",
    light: "#1668c7",
  },
  font: "sans-serif",
  size: 13,
  width: 600,
  height: 280,
  motion: true,
};
const PHONE = { ...LOOK, width: 320 };

/** The series of an option, loosely: what is told of them is looked at one by one. */
const seriesOf = (option: { series?: unknown }) => option.series as Record<string, unknown>[];
/** What the formatter of a tip, an axis or a label writes. */
const call = (part: unknown, value: unknown) =>
  (part as { formatter: (value: unknown) => string }).formatter(value);

describe("every chart", () => {
  it("stands still where motion is not wanted", () => {
    const radar = { kind: "radar", axes: [], unit: "share" } as const;
    expect(radarOption(radar, LOOK).animation).toBe(true);
    expect(radarOption(radar, { ...LOOK, motion: false }).animation).toBe(false);
  });

  it("draws its tip instead of writing names into the page", () => {
    const option = funnelOption({ kind: "funnel", steps: [], unit: "money" }, LOOK);
    expect(option.tooltip).toMatchObject({ renderMode: "richText", confine: true });
  });
});

describe("radar", () => {
  const axes = [
    { name: "研发费用", most: 800, value: 200 },
    { name: "PCT", most: 300, value: null },
  ];
  it("measures each axis by its most", () => {
    const option = radarOption({ kind: "radar", axes, unit: { hundredths: "分" } }, LOOK);
    expect(seriesOf(option)[0]?.data).toEqual([{ value: [25, 0], name: "" }]);
    const part = option.tooltip;
    expect(call(part, {})).toBe("研发费用：2.00 分 / 8.00 分\nPCT：— / 3.00 分");
  });

  it("breaks long names into like lines", () => {
    expect(broken("主营相关发明专利申请量", 7)).toBe("主营相关发明\n专利申请量");
    expect(broken("营业收入", 7)).toBe("营业收入");
    expect(broken("", 7)).toBe("");
  });
});

describe("bars", () => {
  const picture = {
    kind: "bars",
    labels: ["2024 年", "2025 年"],
    bars: [{ name: "营业收入", values: [372_700_000, null] }],
    unit: "money",
  } as const;
  it("leaves out what is not known, and says what is", () => {
    const [bar] = seriesOf(barsOption(picture, LOOK));
    expect(bar?.data).toEqual([372_700_000, "-"]);
    const part = bar?.label;
    expect(call(part, { dataIndex: 0 })).toBe("372.7");
    expect(call(part, { dataIndex: 1 })).toBe("");
  });

  it("draws lines on an axis of their own", () => {
    const option = barsOption({ ...picture, lines: [{ name: "净利率", values: [800, 798] }] }, LOOK);
    expect(option.yAxis).toHaveLength(2);
    expect(seriesOf(option)[1]).toMatchObject({ type: "line", yAxisIndex: 1, data: [800, 798] });
  });

  it("lies and stacks", () => {
    const option = barsOption({ ...picture, lying: true, stacked: true }, LOOK);
    expect(option.yAxis).toMatchObject({ type: "category", inverse: true });
    expect(seriesOf(option)[0]).toMatchObject({ stack: "all" });
  });

  it("breaks names only where they are too long", () => {
    expect(brokenNames(["周颖"], PHONE)).toEqual({});
    expect(brokenNames(["西部农商银行西永支行（演示）"], PHONE)).toMatchObject({ overflow: "break" });
  });
});

describe("line", () => {
  it("steps between moments and shows days in Shanghai", () => {
    const points = [{ at: "2026-11-29T17:00:00Z", value: 20 }];
    const option = lineOption(
      { kind: "line", over: "moments", series: [{ name: "信用积分", points }], unit: { of: "分" } },
      LOOK,
    );
    expect(seriesOf(option)[0]).toMatchObject({ step: "end" });
    const { axisLabel } = option.xAxis as unknown as { axisLabel: unknown };
    expect(call(axisLabel, Date.parse("2026-11-29T17:00:00Z"))).toBe("2026-11-30");
  });

  it("writes no value over another", () => {
    expect(labelPlaces([4_500, 800, 700], 4_500)).toEqual(["top", "top", "bottom"]);
    expect(labelPlaces([800, 800, 800], 4_500)).toEqual(["top", null, "bottom"]);
    expect(labelPlaces([null, 10], 10)).toEqual([null, "top"]);
  });
});

describe("funnel", () => {
  it("keeps the order of the steps and says their shares", () => {
    const steps = [
      { name: "对接单", value: 10 },
      { name: "已放款", value: 4 },
    ];
    const [funnel] = seriesOf(funnelOption({ kind: "funnel", steps, unit: { of: "张" } }, LOOK));
    expect(funnel).toMatchObject({ sort: "none", max: 10, data: steps });
    const part = funnel?.label;
    expect(call(part, { dataIndex: 1 })).toBe("已放款\n4 张（40.00%）");
  });
});

describe("quadrant", () => {
  const points = [
    { name: "甲", x: 4, y: 5_000 },
    { name: "乙", x: 4, y: 5_000 },
    { name: "丙", x: 12, y: 10_000 },
  ];
  const picture = {
    kind: "quadrant",
    x: { name: "事项", unit: { of: "件" }, split: 8 },
    y: { name: "达标率", unit: "share", split: 9_500 },
    fields: ["一", "二", "三", "四"],
    groups: [{ name: "A 级", points }],
  } as const;

  it("tells points that lie on each other together", () => {
    const part = quadrantOption(picture, LOOK).tooltip;
    expect(call(part, { data: { value: [4, 5_000] } })).toBe("甲\n乙\n事项：4 件\n达标率：50.00%");
  });

  it("leaves the words of the fields out where there is no room", () => {
    expect(seriesOf(quadrantOption(picture, LOOK))[2]?.data).toHaveLength(4);
    expect(seriesOf(quadrantOption(picture, PHONE))[2]?.data).toHaveLength(0);
  });

  it("leaves room around the points", () => {
    expect(bounds([4, 12], 8, { of: "件" })).toEqual([3, 13]);
    expect(bounds([], 9_500, "share")).toEqual([9_400, 9_600]);
  });

  it("names the lowest, none over another", () => {
    expect(lowest(points, 9_500, 5_000).map(({ name }) => name)).toEqual(["甲"]);
  });
});

describe("graph", () => {
  const node = (id: string, value: number) => ({ id, name: id, value });
  it("stands in two columns and draws links by their weight", () => {
    expect(column([node("a", 1), node("b", 1)], 0, 100).map(({ y }) => y)).toEqual([25, 75]);
    const option = graphOption(
      {
        kind: "graph",
        left: [node("群", 4)],
        right: [node("资质", 1)],
        links: [{ from: "群", to: "资质", value: 1 }],
        unit: { of: "家" },
      },
      LOOK,
    );
    const [graph] = seriesOf(option);
    expect(graph?.links).toEqual([{ source: "群", target: "资质", value: 1, lineStyle: { width: 10 } }]);
    const sizes = (graph?.data as { symbolSize: number }[] | undefined)?.map(({ symbolSize }) => symbolSize);
    expect(sizes).toEqual([36, 24, 0, 0]);
  });
});
