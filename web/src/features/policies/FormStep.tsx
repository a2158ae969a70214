/** 申报表单 of an item, in the wizard. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { NoFormStyle } from "antd/es/form/context";
import type { ComponentProps } from "react";
import { faultsOf } from "@/lib/forms/faults";
import type { Form as PolicyForm } from "@/lib/forms/model";
import { Loaded } from "@/ui/States";
import { FormBuilder } from "./builder/FormBuilder";
import { policyFieldsQuery } from "./queries";

export function FormStep() {
  const query = useQuery(policyFieldsQuery);
  return (
    <Loaded query={query} rows={6}>
      {(fields) => (
        <Form.Item
          name="form"
          label="企业申报时填写的内容"
          rules={[
            {
              validator: async (_rule, form: PolicyForm | null | undefined) => {
                const faults = form ? faultsOf(form, fields) : [];
                if (faults.length > 0) throw new Error(`表单有 ${faults.length} 处问题，请修改后继续`);
              },
            },
          ]}
        >
          <Builder fields={fields} />
        </Form.Item>
      )}
    </Loaded>
  );
}

/** What is wrong with the whole is not wrong with each of its fields. */
const Builder = (props: ComponentProps<typeof FormBuilder>) => (
  <NoFormStyle status override>
    <FormBuilder {...props} />
  </NoFormStyle>
);
