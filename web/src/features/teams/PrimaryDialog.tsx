/** 移交主账号: confirmed with the own password; afterwards this account is a sub-account. */
import { useQueryClient } from "@tanstack/react-query";
import { Form } from "antd";
import Password from "antd/es/input/Password";
import { useNavigate } from "react-router";
import { api, unwrap } from "@/api/client";
import { sessionQuery, useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { homeOf } from "@/app/paths";
import { FormDialog } from "@/ui/FormDialog";
import { useToast } from "@/ui/Toast";

export function PrimaryDialog({ account, onClose }: { account: Schema<"TeamAccount">; onClose: () => void }) {
  const me = useMe();
  const navigate = useNavigate();
  const toast = useToast();
  const queryClient = useQueryClient();
  return (
    <FormDialog<{ password: string }>
      title={`将主账号移交给${account.name}？`}
      okText="移交主账号"
      write={(body) =>
        unwrap(api.POST("/team/accounts/{id}/make-primary", { params: { path: { id: account.id } }, body }))
      }
      onDone={async () => {
        toast(`${account.name}现在是贵单位的主账号`);
        navigate(homeOf(me));
        await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
        queryClient.removeQueries({ queryKey: ["team"] });
      }}
      onClose={onClose}
    >
      <p className="dialog-text">
        移交后由{account.name}管理贵单位的子账号和分支机构，您的账号改为可经办的子账号，不能自行收回。
      </p>
      <input type="text" name="username" autoComplete="username" value={me.login} readOnly hidden />
      <Form.Item name="password" label="您的登录密码" rules={[{ required: true, message: "请填写登录密码" }]}>
        <Password autoComplete="current-password" />
      </Form.Item>
    </FormDialog>
  );
}
