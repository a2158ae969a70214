/** The reviewer sees marked what tells who the enterprise is: in the original, the tags and the text for the market. */
import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Schema } from "@/api/types";
import { RedactionForm } from "./RedactionForm";

vi.mock("@/api/identifying", () => ({
  useHits: (text: string) => (text.includes("金桥") ? [{ from: 2, to: 4, text: "金桥" }] : []),
}));

const demand = {
  id: "01",
  use_text: "由金桥采购设备",
  tags: ["首贷", "金桥造"],
  identifying: [
    { field: "use_text", from: 1, to: 3, text: "金桥" },
    { field: "tags[1]", from: 0, to: 2, text: "金桥" },
  ],
} as unknown as Schema<"DemandView">;

const marked = (container: HTMLElement) =>
  [...container.querySelectorAll("mark")].map((mark) => mark.textContent);

it("marks hits in original, tags and public text", () => {
  const { container } = render(<RedactionForm demand={demand} value="我们金桥采购" onChange={() => {}} />);
  expect(marked(container)).toEqual(["金桥", "金桥", "金桥"]);
  expect(screen.getByRole("status").textContent).toContain("请修改标出的文字");
  expect(container.textContent).toContain("标签会原样公开");
});

it("asks for names to be left out where nothing is marked in the public text", () => {
  const { container } = render(
    <RedactionForm demand={{ ...demand, identifying: [] }} value="采购设备" onChange={() => {}} />,
  );
  expect(marked(container)).toEqual([]);
  expect(screen.getByRole("status").textContent).toContain("请删去企业名称");
});
