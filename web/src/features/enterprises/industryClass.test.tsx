import { fireEvent, screen, waitFor } from "@testing-library/react";
import { Form } from "antd";
import { expect, test } from "vitest";
import { renderAt, serve } from "@/test/render";
import { IndustryClassField } from "./IndustryClassField";

const FOUND = {
  source: "国民经济行业分类 GB/T 4754-2017",
  effective_on: "2017-10-01",
  classes: [
    {
      section: "i",
      division: "65",
      division_name: "软件和信息技术服务业",
      group_name: "软件开发",
      code: "6513",
      name: "应用软件开发",
    },
  ],
};

test("a class is found by words and brings its section and division", async () => {
  serve({ "GET /industries": { body: FOUND } });
  renderAt(
    "/profile",
    <Form initialValues={{ industry_section: "c", industry_division: "35", industry_class: "3521" }}>
      <Form.Item name="industry_section">
        <Shown label="门类" />
      </Form.Item>
      <Form.Item name="industry_division">
        <Shown label="大类" />
      </Form.Item>
      <Form.Item name="industry_class" label="行业小类">
        <IndustryClassField known="炼油、化工生产专用设备制造" />
      </Form.Item>
    </Form>,
  );
  expect(screen.getByText("炼油、化工生产专用设备制造（3521）")).toBeTruthy();
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "应用软件" } });
  fireEvent.click(await screen.findByText("应用软件开发（6513）"));
  await waitFor(() => expect(screen.getByLabelText("大类").textContent).toBe("65"));
  expect(screen.getByLabelText("门类").textContent).toBe("i");
});

test("while words are looked up it says so, and shows no other classes", async () => {
  serve({ "GET /industries": { body: FOUND } });
  renderAt(
    "/profile",
    <Form initialValues={{ industry_division: "65" }}>
      <Form.Item name="industry_division">
        <Shown label="大类" />
      </Form.Item>
      <Form.Item name="industry_class" label="行业小类">
        <IndustryClassField known={null} />
      </Form.Item>
    </Form>,
  );
  const box = screen.getByRole("combobox");
  fireEvent.mouseDown(box);
  await screen.findByText("应用软件开发（6513）");
  fireEvent.change(box, { target: { value: "3521" } });
  expect(screen.getByText("正在查找…")).toBeTruthy();
  expect(screen.queryByText("应用软件开发（6513）")).toBeNull();
  await screen.findByText("应用软件开发（6513）");
});

function Shown({ label, value }: { label: string; value?: string }) {
  return <output aria-label={label}>{value}</output>;
}
