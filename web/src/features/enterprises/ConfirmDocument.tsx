/** 核对材料: the operator confirms what it has read in a document of the firm. */
import { Form, Radio, Select } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { DocumentIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import { FormDialog } from "@/ui/FormDialog";
import { useToast } from "@/ui/Toast";
import { factName, factText } from "./facts";

type Values = { keys: string[]; audited: boolean; as_of: string; file: string };
type Props = { org: string; review: Schema<"EvidenceReview">; onClose: () => void };

export function ConfirmDocument({ org, review, onClose }: Props) {
  const toast = useToast();
  return (
    <FormDialog<Values>
      title="核对材料"
      okText="确认与材料一致"
      initialValues={{ audited: false }}
      write={(body, headers) =>
        unwrap(
          api.POST("/operator/enterprises/{id}/evidence", {
            params: { path: { id: org }, header: ifMatch(review.version) },
            body,
            headers,
          }),
        )
      }
      changes="profile"
      onDone={() => {
        toast("已记录核对结果");
        onClose();
      }}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        只确认您在材料中亲眼看到、且与企业填报一致的项目。不一致的请通知企业更正后再核对。
      </p>
      <Form.Item name="file" label="材料" rules={[{ required: true, message: "请选择材料" }]}>
        <Select options={review.files.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="audited" label="材料类别">
        <Radio.Group
          options={[
            { value: false, label: "证书、证照等" },
            { value: true, label: "审计报告" },
          ]}
        />
      </Form.Item>
      <Form.Item name="as_of" label="材料日期" rules={[{ required: true, message: "请填写材料日期" }]}>
        <Input type="date" max={todayIn(now())} />
      </Form.Item>
      <Form.Item name="keys" label="与材料一致的项目" rules={[{ required: true, message: "请选择项目" }]}>
        <Select
          mode="multiple"
          maxCount={DocumentIn.keys.max}
          showSearch={{ optionFilterProp: "label" }}
          options={review.facts.map(({ key, value }) => ({
            value: key,
            label: `${factName(key)}：${factText(key, value)}`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
