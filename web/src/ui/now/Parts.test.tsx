/** One part at a time, by pointer and keyboard; the URL says which, and what was typed in one is there on the way back. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { renderAt } from "@/test/render";
import { Parts } from "./Parts";

const page = (
  <Parts
    label="内容"
    start="terms"
    parts={[
      { key: "file", title: "资料", content: <input aria-label="备注" /> },
      false,
      { key: "terms", title: "报价", count: 3, content: <p>三家报价</p> },
    ]}
  />
);

it("opens where it is told, and what the URL says before that", async () => {
  renderAt("/", page);
  expect(await screen.findByText("三家报价")).toBeTruthy();
  expect(screen.getAllByRole("tab")).toHaveLength(2);
  expect(screen.queryByLabelText("备注")).toBeNull();
});

it("is walked with the arrows, and keeps what was typed", async () => {
  const { router } = renderAt("/?part=file", page);
  await userEvent.type(await screen.findByLabelText("备注"), "已联系");
  screen.getByRole("tab", { name: "资料" }).focus();
  await userEvent.keyboard("{ArrowRight}");
  const offers = screen.getByRole("tab", { name: /报价/ });
  expect(document.activeElement).toBe(offers);
  expect(offers.getAttribute("aria-selected")).toBe("true");
  expect(router.state.location.search).toBe("?part=terms");
  await userEvent.keyboard("{ArrowRight}");
  expect(screen.getByLabelText("备注")).toHaveProperty("value", "已联系");
  expect(screen.getByRole("tabpanel").textContent).not.toContain("三家报价");
});

it("is no set of tabs where there is one part", async () => {
  renderAt("/", <Parts label="内容" parts={[null, { key: "a", title: "甲", content: <p>只有甲</p> }]} />);
  expect(await screen.findByText("只有甲")).toBeTruthy();
  expect(screen.queryByRole("tab")).toBeNull();
});
