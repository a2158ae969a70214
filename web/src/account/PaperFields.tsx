/** The licences of a registration: uploaded before there is an account, and looked at by the operator. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { useState } from "react";
import { RegistrationIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { UploadField } from "@/ui/UploadField";
import { type Defects, extra } from "./defects";

/** Scans and photographs, one at a time. */
const SCAN = {
  place: "/registrations/files",
  rules: { megabytes: 10, most: 1, types: ".pdf,.png,.jpg,.jpeg" },
} as const;

type Paper = { name: "licence" | "permit"; label: string; hint: string };

/** One licence as a file. `known`: the one that was submitted before, which stays unless another is chosen. */
function PaperField({ name, label, hint, known, defects }: Paper & Defects & { known?: string }) {
  const [busy, setBusy] = useState(false);
  const kept = known ? `不更换请留空，现为 ${known}` : hint;
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra(name, defects, kept)}
      required={!known}
      rules={[
        {
          validator: async (_, value?: string[]) => {
            if (value?.length) return;
            if (busy) throw new Error("正在上传，请稍候");
            if (!known) throw new Error(`请上传${label}`);
          },
        },
      ]}
    >
      <UploadField label={label} elsewhere={SCAN} onBusy={setBusy} />
    </Form.Item>
  );
}

/** The licences that the operator examines the registration by. */
export function PaperFields({
  institution,
  known,
  defects,
}: Defects & { institution: boolean; known?: Schema<"PaperView">[] }) {
  const nameOf = (paper: Paper["name"]) => known?.find((one) => one.paper === paper)?.file.name;
  return (
    <>
      <PaperField
        name="licence"
        label="营业执照"
        hint="原件照片或扫描件，四角完整、文字清晰"
        known={nameOf("licence")}
        defects={defects}
      />
      {institution && (
        <>
          <Form.Item
            name="permit_no"
            label="金融许可证编号"
            extra={extra("permit_no", defects, "没有金融许可证的机构，填写经营许可证或备案编号")}
            rules={[
              { required: true, whitespace: true, message: "请填写金融许可证编号" },
              { min: 2, message: "请填写完整的编号" },
            ]}
          >
            <Input autoComplete="off" maxLength={RegistrationIn.permit_no.max} />
          </Form.Item>
          <PaperField
            name="permit"
            label="金融许可证"
            hint="金融许可证、经营许可证或备案证明"
            known={nameOf("permit")}
            defects={defects}
          />
        </>
      )}
    </>
  );
}
