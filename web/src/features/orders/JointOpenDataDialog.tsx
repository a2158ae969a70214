/** 确认成员并开放信息: one signature, one consent for each member. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { agreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { chosenScopes, SCOPES, ScopeFields } from "@/ui/ScopeFields";
import { useJointWrite } from "./jointQueries";

type Values = { scopes: Schema<"ConsentScope">[]; agreed?: boolean };
type Props = {
  joint: Schema<"EnterpriseJointView">;
  open: boolean;
  onDone: (text: string) => void;
  onClose: () => void;
};

export function JointOpenDataDialog({ joint, open, onDone, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const agreement = useQuery({ ...agreementQuery("data_authorization"), enabled: open });
  const write = useJointWrite(
    (body: { version: number; scopes: Schema<"ConsentScope">[]; authorization_version: number }, headers) =>
      unwrap(
        api.POST("/enterprise/joint-credits/{id}/open-data", {
          params: { path: { id: joint.id } },
          body,
          headers,
        }),
      ),
    () => onDone("已向成员开放信息，各成员开始审批"),
  );
  const waiting = joint.members
    .filter((member) => member.state === "committed" && member.role !== "lead")
    .map((member) => member.institution_name);
  const submit = ({ scopes }: Values) => {
    if (!agreement.data) return;
    write.send({
      version: joint.version,
      scopes: chosenScopes(scopes),
      authorization_version: agreement.data.version,
    });
  };
  return (
    <FormDialog
      open={open}
      title="确认成员并开放信息"
      form={form}
      initialValues={{ scopes: SCOPES }}
      okText="确认成员并授权"
      okDisabled={!agreement.data}
      pending={write.isPending}
      error={write.error}
      wide
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="notice tone-info dialog-text">
        贵公司的名称和下列所选资料将向<strong>{waiting.join("、")}</strong>
        开放，每家机构各有一份授权，您可以随时在“数据授权”中分别撤回。
      </p>
      <ScopeFields agreement={agreement} />
    </FormDialog>
  );
}
