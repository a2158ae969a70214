/** The version in force of an agreement, for somebody who was about to sign an older one. */
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { Form, Modal } from "antd";
import { useId } from "react";
import { type AgreementKind, agreementQuery, newestAgreementQuery } from "@/api/agreements";
import { api, unwrap } from "@/api/client";
import { toProblem } from "@/api/problem";
import { sessionQuery } from "@/api/session";
import { AgreementField } from "./AgreementField";

type Props = { kind: AgreementKind; onAnswer: (signed: boolean) => void };

export function SigningDialog({ kind, onAnswer }: Props) {
  const [form] = Form.useForm();
  const queryClient = useQueryClient();
  const newest = useQuery(newestAgreementQuery(kind));
  // The form behind it has a field of this name, too.
  const name = useId();
  const sign = () => {
    queryClient.setQueryData(agreementQuery(kind).queryKey, newest.data);
    onAnswer(true);
  };
  return (
    <Modal
      open
      title="协议已更新"
      okText="同意并继续"
      cancelText="暂不同意"
      width={760}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={() => onAnswer(false)}
    >
      <Form form={form} name={name} layout="vertical" onFinish={sign}>
        <p className="notice tone-info dialog-text">
          协议有了新版本，请阅读后同意。您填写的内容都还在；正在提交的，同意后会继续提交。
        </p>
        <AgreementField query={newest} />
      </Form>
    </Modal>
  );
}

/**
 * Shows what the account itself has to accept, one after the other; false where one was not signed. The session is asked beside
 * the cache, which may not know of it yet.
 */
export async function signDue(queryClient: QueryClient, sign: (kind: AgreementKind) => Promise<boolean>) {
  const { me } = await unwrap(api.GET("/session"));
  for (const kind of me?.agreements_due ?? []) {
    if (!(await sign(kind))) return false;
    const version = queryClient.getQueryData(agreementQuery(kind).queryKey)?.version ?? 0;
    await unwrap(api.POST("/account/agreements", { body: { kind, version } }));
  }
  await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  // What the page asked for meanwhile was refused.
  void queryClient.invalidateQueries({
    predicate: ({ state }) => !!state.error && toProblem(state.error).code === "agreements.outdated",
  });
  return true;
}
