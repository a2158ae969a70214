/** A filter's choice: the browser's own list where it is short, a searched one where it is long. */
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { FilterSelect } from "./FilterSelect";

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: String(index), label: `第 ${index} 项` }));

const show = (count: number, told = vi.fn()) => {
  render(
    <FilterSelect aria-label="筛选" placeholder="全部" options={choices(count)} value="1" onChange={told} />,
  );
  return told;
};

it("is the browser's own list, and can be taken back", async () => {
  const told = show(3);
  const select = screen.getByRole("combobox", { name: "筛选" });
  expect(select.tagName).toBe("SELECT");
  await userEvent.selectOptions(select, "第 2 项");
  expect(told).toHaveBeenLastCalledWith("2");
  await userEvent.selectOptions(select, "全部");
  expect(told).toHaveBeenLastCalledWith(undefined);
});

it("is searched where it is long, and works before that has loaded", async () => {
  const told = show(40);
  const select = screen.getByRole("combobox", { name: "筛选" });
  await userEvent.selectOptions(select, "第 39 项");
  expect(told).toHaveBeenLastCalledWith("39");
  const loaded = () => expect(screen.getByRole("combobox", { name: "筛选" }).tagName).toBe("INPUT");
  await waitFor(loaded, { timeout: 15_000 });
  expect(screen.getByText("第 1 项")).toBeTruthy();
});
