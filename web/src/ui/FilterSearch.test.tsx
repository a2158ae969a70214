import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { FilterSearch } from "./FilterSearch";

it("searches with Enter, once, and forgets what is emptied", async () => {
  const onChange = vi.fn();
  const field = (value?: string) => (
    <FilterSearch label="按名称查找" placeholder="名称" maxLength={60} value={value} onChange={onChange} />
  );
  const { rerender } = render(field());
  const input = screen.getByRole("searchbox", { name: "按名称查找" });
  await userEvent.type(input, " 云岭 {Enter}");
  expect(onChange.mock.calls).toEqual([["云岭"]]);
  rerender(field("云岭"));
  await userEvent.click(document.body);
  expect(onChange).toHaveBeenCalledTimes(1);
  await userEvent.clear(input);
  expect(onChange).toHaveBeenLastCalledWith(undefined);
});
