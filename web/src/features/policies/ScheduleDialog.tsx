/** When an item will be published. */
import { Form } from "antd";
import Input from "antd/es/input/Input";
import { api, ifMatch, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import type { Schema } from "@/api/types";
import { FilledModal } from "@/ui/FilledModal";
import { ProblemAlert } from "@/ui/ProblemAlert";

type Props = { policy: Schema<"PolicyDetail">; onDone: () => void; onClose: () => void };

/** What is typed is meant in the time of Shanghai, wherever the browser is. */
const moment = (typed: string) => new Date(`${typed}:00+08:00`).toISOString();

export function ScheduleDialog({ policy, onDone, onClose }: Props) {
  const [form] = Form.useForm<{ at: string }>();
  const write = useIntent(
    (at: string, headers) =>
      unwrap(
        api.POST("/government/policies/{id}/schedule", {
          params: { path: { id: policy.id }, header: ifMatch(policy.version) },
          body: { at: moment(at) },
          headers,
        }),
      ),
    { changes: "policies", onSuccess: onDone },
  );
  return (
    <FilledModal
      form={form}
      title="定时发布"
      okText="设定"
      cancelText="取消"
      confirmLoading={write.isPending}
      onOk={() => form.submit()}
      onClose={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ at }) => write.mutate(at)}>
        <p className="dialog-text">到时由平台自动发布；在此之前可以改时间、立即发布或撤回。</p>
        <Form.Item
          name="at"
          label="发布时间（北京时间）"
          rules={[{ required: true, message: "请填写发布时间" }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
        <ProblemAlert problem={write.error} />
      </Form>
    </FilledModal>
  );
}
