/** The browser's list: nothing is chosen by itself, and only what may be taken back can be. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { NativeSelect } from "./NativeSelect";

const OPTIONS = [
  { value: "a", label: "甲" },
  { value: "b", label: "乙" },
] as const;

it("tells the value of what is chosen", async () => {
  const told = vi.fn();
  const { rerender } = render(<NativeSelect options={OPTIONS} onChange={told} />);
  const select = screen.getByRole<HTMLSelectElement>("combobox");
  expect(select.value).toBe("");
  await userEvent.selectOptions(select, "乙");
  expect(told).toHaveBeenLastCalledWith("b");
  rerender(<NativeSelect clearable placeholder="不限" options={OPTIONS} value="b" onChange={told} />);
  await userEvent.selectOptions(select, "不限");
  expect(told).toHaveBeenLastCalledWith(undefined);
});
