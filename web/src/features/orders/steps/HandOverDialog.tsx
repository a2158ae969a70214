/** 移交: another colleague goes on with the order; the words for the colleague stay inside the institution. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Form, Select } from "antd";
import TextArea from "antd/es/input/TextArea";
import { api, ifMatch, unwrap } from "@/api/client";
import { HandOverIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";
import { officersQuery } from "../queries";
import type { StepDialogProps } from "./ContactDialog";

type Props = StepDialogProps & { onGone: () => void };

export function HandOverDialog({ order, onDone, onGone, onClose }: Props) {
  const officers = useQuery(officersQuery);
  const queryClient = useQueryClient();
  const toast = useToast();
  const choices = (officers.data ?? [])
    .filter((officer) => officer.handles && officer.id !== order.officer.id)
    .map((officer) => ({
      value: officer.id,
      label: `${officer.name} · ${officer.unit_name} · 在办 ${officer.running} 笔`,
    }));
  return (
    <FormDialog
      title="移交对接单"
      okText="移交"
      write={({ officer_id, note }: Schema<"HandOverIn">, headers) =>
        unwrap(
          api.POST("/institution/orders/{id}/hand-over", {
            params: { path: { id: order.id }, header: ifMatch(order.version) },
            body: { officer_id, note: note.trim() },
            headers,
          }),
        )
      }
      onDone={({ visible }) => {
        if (visible) onDone("已移交");
        else {
          toast("已移交，该对接单由其他分支机构继续办理");
          onGone();
        }
        // Not the page that we are leaving: it would ask for what is not ours any more.
        queryClient.invalidateQueries({
          queryKey: ["orders"],
          refetchType: visible ? "active" : "none",
        });
      }}
      onClose={onClose}
    >
      <p className="dialog-text">
        移交后由新的经办人继续办理，进度和期限不变。企业会看到经办人已更换，看不到交接说明。
      </p>
      <Form.Item
        name="officer_id"
        label="新的经办人"
        rules={[{ required: true, message: "请选择新的经办人" }]}
        extra={
          officers.isSuccess && choices.length === 0
            ? "没有可以接手的同事，请主账号先开通可经办的子账号"
            : undefined
        }
      >
        <Select
          options={choices}
          loading={officers.isPending}
          showSearch={{ optionFilterProp: "label" }}
          placeholder="请选择"
        />
      </Form.Item>
      <Form.Item
        name="note"
        label="交接说明"
        rules={[
          { required: true, whitespace: true, message: "请填写交接说明" },
          atLeast(HandOverIn.note.min),
        ]}
      >
        <TextArea
          rows={3}
          maxLength={HandOverIn.note.max}
          showCount
          placeholder="例如：客户在贵支行附近，资料已齐"
        />
      </Form.Item>
    </FormDialog>
  );
}
