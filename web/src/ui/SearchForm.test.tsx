/** A filter that always holds says what holds, and offers no choice of all. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { useListParams } from "@/api/useListParams";
import { renderAt } from "@/test/render";
import { type SearchField, SearchForm } from "./SearchForm";

const options = [
  { value: "2026", label: "2026 年" },
  { value: "2025", label: "2025 年" },
];
const FIELDS: SearchField[] = [
  { name: "year", label: "年度", kind: "select", options, standard: "2026" },
  { name: "of", label: "部门", kind: "select", options: [{ value: "a", label: "甲局" }] },
];

function Form() {
  return <SearchForm fields={FIELDS} list={useListParams()} />;
}

it("shows what holds while nothing is chosen", () => {
  renderAt("/", <Form />);
  expect(screen.getByLabelText<HTMLSelectElement>("年度").value).toBe("2026");
  expect(screen.getAllByRole("option", { name: "全部" })).toHaveLength(1);
});

it("shows what the address asks for", () => {
  renderAt("/?year=2025", <Form />);
  expect(screen.getByLabelText<HTMLSelectElement>("年度").value).toBe("2025");
});
