/** What stands around a picture: its table, its sentence, and that nothing of it is left behind. */
import { render, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { BarChart } from "./BarChart";
import { openDrawing } from "./engine";
import { FunnelChart } from "./FunnelChart";
import { LineChart } from "./LineChart";

const drawing = { paint: vi.fn(), end: vi.fn() };
vi.mock("./engine", () => ({ openDrawing: vi.fn(() => drawing) }));

type Seen = (entries: { isIntersecting: boolean }[]) => void;
const disconnect = vi.fn();
let seen: Seen = () => {};

/** Comes into sight when the test says so. */
beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: Seen) {
        seen = callback;
      }
      observe() {}
      disconnect = disconnect;
    },
  );
});
const show = () => seen([{ isIntersecting: true }]);

const years = (values: (number | null)[]) => (
  <BarChart
    title="经营情况"
    sentence="2025 年营业收入增长。"
    labelled="年度"
    labels={["2024 年", "2025 年"]}
    bars={[{ name: "营业收入", values }]}
    lines={[{ name: "净利率", values: [800, null] }]}
    unit="money"
  />
);

const cells = (row: HTMLElement | undefined) => [...(row?.children ?? [])].map((cell) => cell.textContent);

describe("a chart", () => {
  it("is an image with a sentence, and a table with the same figures", async () => {
    render(years([372_700_000, 426_000_000]));
    expect(screen.getByRole("img", { name: "2025 年营业收入增长。" })).toBeTruthy();
    const [head, first, second] = screen.getAllByRole("row", { hidden: true });
    expect(cells(head)).toEqual(["年度", "营业收入", "净利率"]);
    expect(cells(first)).toEqual(["2024 年", "372.70 万元", "8.00%"]);
    expect(cells(second)).toEqual(["2025 年", "426.00 万元", "—"]);
    expect(screen.getByText("查看数据").textContent).toBe("查看数据：经营情况");
    show();
    await waitFor(() => expect(drawing.paint).toHaveBeenCalledOnce());
  });

  it("is drawn anew when its figures change, not when they are the same", async () => {
    const view = render(years([1, 2]));
    show();
    await waitFor(() => expect(drawing.paint).toHaveBeenCalledOnce());
    view.rerender(years([1, 2]));
    expect(drawing.paint).toHaveBeenCalledOnce();
    view.rerender(years([1, 3]));
    expect(drawing.paint).toHaveBeenCalledTimes(2);
  });

  it("gives back what it holds when it goes", async () => {
    const view = render(years([1, 2]));
    show();
    await waitFor(() => expect(openDrawing).toHaveBeenCalledOnce());
    view.unmount();
    expect(drawing.end).toHaveBeenCalledOnce();
  });

  it("loads nothing before it comes into sight, nor after it went", async () => {
    const view = render(years([1, 2]));
    seen([{ isIntersecting: false }]);
    expect(openDrawing).not.toHaveBeenCalled();
    show();
    view.unmount();
    await Promise.resolve();
    expect(drawing.paint).not.toHaveBeenCalled();
    expect(disconnect).toHaveBeenCalled();
  });

  it("says so where nothing is known", () => {
    render(
      <LineChart
        title="比率"
        sentence=""
        over="steps"
        unit="share"
        empty="数据不足。"
        series={[{ name: "净利率", points: [{ at: "2025 年", value: null }] }]}
      />,
    );
    expect(screen.getByText("数据不足。")).toBeTruthy();
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.queryByRole("table", { hidden: true })).toBeNull();
  });

  it("tells of a funnel what part came how far", () => {
    const steps = [
      { name: "对接单", value: 10 },
      { name: "已报价", value: 8 },
      { name: "已放款", value: 4 },
    ];
    render(<FunnelChart title="进度" sentence="四张已放款。" steps={steps} unit={{ of: "张" }} />);
    const rows = screen.getAllByRole("row", { hidden: true }).slice(1).map(cells);
    expect(rows).toEqual([
      ["对接单", "10 张", "100.00%", "—"],
      ["已报价", "8 张", "80.00%", "80.00%"],
      ["已放款", "4 张", "40.00%", "50.00%"],
    ]);
  });
});
