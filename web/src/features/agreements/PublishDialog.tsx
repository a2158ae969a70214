/** 发布新版本: the text in force, to be changed; whoever it concerns accepts it anew. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import { newestAgreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { AgreementIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { FormDialog } from "@/ui/FormDialog";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";
import { atLeast } from "@/ui/textRules";
import { versionsQuery } from "./queries";

type Props = { kind: Schema<"AgreementKind">; onClose: () => void };

export function PublishDialog({ kind, onClose }: Props) {
  return (
    <Loaded query={useQuery(newestAgreementQuery(kind))} rows={1}>
      {(text) => <NextVersion text={text} onClose={onClose} />}
    </Loaded>
  );
}

function NextVersion({ text, onClose }: { text: Schema<"AgreementView">; onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={`发布“${text.title}”第 ${text.version + 1} 版`}
      okText="发布"
      wide
      initialValues={{ title: text.title, body: text.body }}
      write={(values: { title: string; body: string }, headers) =>
        unwrap(
          api.POST("/operator/agreements/{kind}", {
            params: { path: { kind: text.kind } },
            body: { ...values, replaces: text.version },
            headers,
          }),
        )
      }
      onDone={(versions) => {
        queryClient.setQueryData(versionsQuery.queryKey, versions);
        toast("已发布，即刻生效");
        onClose();
      }}
      onClose={onClose}
    >
      <p className="notice tone-warn dialog-text">
        发布后立即生效，已发布的版本不能修改。相关用户须阅读并同意新版本，才能继续操作。
      </p>
      <Form.Item name="title" label="标题" rules={[{ required: true, message: "请填写标题" }]}>
        <Input maxLength={AgreementIn.title.max} />
      </Form.Item>
      <Form.Item
        name="body"
        label="正文"
        extra="空一行另起一段；段落的第一行写“一、……”时，显示为小标题。"
        rules={[{ required: true, message: "请填写正文" }, atLeast(AgreementIn.body.min)]}
      >
        <TextArea rows={16} maxLength={AgreementIn.body.max} showCount />
      </Form.Item>
    </FormDialog>
  );
}
