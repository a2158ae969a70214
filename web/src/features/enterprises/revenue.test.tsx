import { screen } from "@testing-library/react";
import { Form } from "antd";
import { expect, it } from "vitest";
import { renderAt } from "@/test/render";
import { newestYear } from "./profileValues";
import { RevenueField } from "./RevenueField";

/** Stands for the fields of a year. */
const Kept = () => null;

it.each([
  { years: undefined, newest: null },
  { years: [], newest: null },
  {
    years: [
      { year: 2025, revenue: null },
      { year: 2024, revenue: 7 },
    ],
    newest: null,
  },
  {
    years: [
      { year: 2024, revenue: 7 },
      { year: 2025, revenue: 9 },
    ],
    newest: { year: 2025, revenue: 9 },
  },
])("$newest of $years", ({ years, newest }) => {
  expect(newestYear(years as never)).toEqual(newest);
});

it.each([
  { years: [], shown: "10", readOnly: false },
  { years: [{ year: 2025, revenue: 80_000_000 }], shown: "80", readOnly: true },
])("with $years.length years the revenue of last year is $shown", async ({ years, shown, readOnly }) => {
  renderAt(
    "/",
    <Form name="profile" initialValues={{ revenue: 10_000_000, finance: years }}>
      <Form.List name="finance">
        {(rows) =>
          rows.map(({ key, name }) => (
            <Form.Item key={key} name={[name]}>
              <Kept />
            </Form.Item>
          ))
        }
      </Form.List>
      <RevenueField />
    </Form>,
  );
  const input = (await screen.findByDisplayValue(shown)) as HTMLInputElement;
  expect(input).toBe(screen.getByLabelText("上年营业收入"));
  expect(input.readOnly).toBe(readOnly);
  expect(screen.queryByText(/取自下方“近三年财务”中 2025 年的营业收入/) !== null).toBe(readOnly);
});
