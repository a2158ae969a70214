/** Asks one to three other departments about an application. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, unwrap } from "@/api/client";
import { ConsultationIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { ChoiceGroup } from "@/ui/ChoiceGroup";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast } from "@/ui/textRules";
import { consultableQuery } from "./queries";

type Props = { application: string; onDone: () => void; onClose: () => void };

const MOST = ConsultationIn.departments.max;

export function AskDialog({ application, onDone, onClose }: Props) {
  const { data } = useQuery(consultableQuery);
  const none = data?.length === 0;
  return (
    <FormDialog<Schema<"ConsultationIn">>
      title="发起会商"
      okText="发出"
      okDisabled={none}
      write={({ departments, question }, headers) =>
        unwrap(
          api.POST("/government/applications/{id}/consultations", {
            params: { path: { id: application } },
            body: { departments, question: question.trim() },
            headers,
          }),
        )
      }
      changes="applications"
      onDone={onDone}
      onClose={onClose}
    >
      <p className="dialog-text">
        被商请的部门可以看到申报表单，看不到附件、收款账户和审核意见。逾期未答复不影响复审决定。
      </p>
      {none ? (
        <p className="notice tone-warn">平台上还没有其他部门。</p>
      ) : (
        <Form.Item
          name="departments"
          label={`商请部门（最多 ${MOST} 个）`}
          rules={[
            { required: true, type: "array", min: 1, message: "请选择部门" },
            { type: "array", max: MOST, message: `最多选择 ${MOST} 个部门` },
          ]}
        >
          <ChoiceGroup
            label={`商请部门（最多 ${MOST} 个）`}
            options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="question"
        label="需要会商的问题"
        rules={[{ required: true, message: "请写明需要会商的问题" }, atLeast(5)]}
      >
        <TextArea rows={4} maxLength={ConsultationIn.question.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
