/** 所属行业: found by words in one field, which fills in the two others; who finds nothing chooses in those. */
import { Form, Select } from "antd";
import { divisionsOf, SECTION } from "@/labels/industries";
import { options } from "@/labels/label";
import { IndustryClassField } from "./IndustryClassField";
import { IndustrySuggestion } from "./IndustrySuggestion";
import type { ProfileValues } from "./profileValues";

/** `known`: the name of the class that is stored. */
export function IndustryFields({ known }: { known: string | null | undefined }) {
  const form = Form.useFormInstance<ProfileValues>();
  const section = Form.useWatch("industry_section", form);
  return (
    <>
      <Form.Item
        name="industry_class"
        label="行业小类"
        required
        className="wide"
        extra="输入产品或业务名称查找，例如“应用软件”。选中后，门类和大类自动填好"
      >
        <IndustryClassField known={known} />
      </Form.Item>
      <div className="wide">
        <Form.Item name="industry_section" noStyle>
          <IndustrySuggestion />
        </Form.Item>
      </div>
      <Form.Item name="industry_section" label="行业门类" required>
        <Select
          options={options(SECTION)}
          showSearch={{ optionFilterProp: "label" }}
          placeholder="请选择"
          onChange={() => form.setFieldsValue({ industry_division: null, industry_class: null })}
        />
      </Form.Item>
      <Form.Item name="industry_division" label="行业大类" required>
        <Select
          options={divisionsOf(section).map(({ code, name }) => ({ value: code, label: name }))}
          showSearch={{ optionFilterProp: "label" }}
          disabled={!section}
          onChange={() => form.setFieldValue("industry_class", null)}
          placeholder={section ? "请选择" : "请先选择行业门类"}
        />
      </Form.Item>
    </>
  );
}
