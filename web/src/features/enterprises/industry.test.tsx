import { fireEvent, screen, waitFor } from "@testing-library/react";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { expect, test, vi } from "vitest";
import type { Schema } from "@/api/types";
import { renderAt, serve } from "@/test/render";
import { IndustrySuggestion } from "./IndustrySuggestion";
import { industryText } from "./industry";

const FOUND: Schema<"TextSuggestion"> = {
  purpose: null,
  industry: { section: "c", division: "35", probability: 930, words: ["机床", "设备"] },
  tags: [],
  keywords: [],
};
const SECTION_ONLY: Schema<"TextSuggestion"> = {
  ...FOUND,
  industry: { section: "c", division: null, probability: 810, words: [] },
};

test("an industry is suggested with its reasons, and never over the same choice", () => {
  const open = industryText(FOUND, {});
  expect(open?.text).toBe("根据主营业务，所属行业可能是：制造业 · 专用设备制造业（依据：机床、设备）");
  expect(open?.action).toBe("采用");
  expect(industryText(FOUND, { section: "i", division: "65" })?.action).toBe("改选此项");
  expect(industryText(FOUND, { section: "c", division: "34" })?.division).toBe("35");
  expect(industryText(FOUND, { section: "c", division: "35" })).toBeNull();
  expect(industryText({ ...FOUND, industry: null }, {})).toBeNull();
  expect(industryText(undefined, {})).toBeNull();
});

test("a section alone agrees with each of its divisions", () => {
  expect(industryText(SECTION_ONLY, { section: "c", division: "34" })).toBeNull();
  expect(industryText(SECTION_ONLY, { section: "i", division: "65" })?.text).toBe(
    "根据主营业务，所属行业可能是：制造业",
  );
});

test("one press takes it over, with its division, and drops a class of another", async () => {
  serve({ "POST /enterprise/texts/suggest": { body: FOUND } });
  const changed = vi.fn();
  renderAt(
    "/profile",
    <Form
      initialValues={{
        main_business: "数控机床设备制造",
        industry_section: "i",
        industry_division: "65",
        industry_class: "6513",
      }}
      onValuesChange={(_one, all) => changed(all)}
    >
      <Form.Item name="main_business">
        <Input />
      </Form.Item>
      <Form.Item name="industry_division">
        <Input aria-label="大类" />
      </Form.Item>
      <Form.Item name="industry_class">
        <Input aria-label="小类" />
      </Form.Item>
      <Form.Item name="industry_section" noStyle>
        <IndustrySuggestion />
      </Form.Item>
    </Form>,
  );
  const take = await screen.findByRole("button", { name: "改选此项" }, { timeout: 3_000 });
  expect(changed).not.toHaveBeenCalled();
  fireEvent.click(take);
  await waitFor(() => expect(screen.queryByRole("button", { name: "改选此项" })).toBeNull());
  expect(screen.getByLabelText("大类")).toHaveProperty("value", "35");
  expect(screen.getByLabelText("小类")).toHaveProperty("value", "");
  expect(changed).toHaveBeenCalled();
});
