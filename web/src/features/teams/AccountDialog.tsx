/** A new sub-account, or a change of one. */
import { Form, Radio, Select } from "antd";
import Input from "antd/es/input/Input";
import { api, unwrap } from "@/api/client";
import { SubAccountIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { options } from "@/labels/label";
import { ACCESS } from "@/labels/organizations";
import { FormDialog } from "@/ui/FormDialog";
import { atLeast, MOBILE } from "@/ui/textRules";
import { unitLines, unitOptions } from "./units";

type Props = {
  /** None for a new one. */
  account?: Schema<"TeamAccount">;
  units: Schema<"UnitView">[];
  onAdded: (added: Schema<"AddedAccount"> & { login: string }) => void;
  onChanged: () => void;
  onClose: () => void;
};

export function AccountDialog({ account, units, onAdded, onChanged, onClose }: Props) {
  const [form] = Form.useForm<Schema<"SubAccountIn">>();
  const initial = account
    ? { name: account.name, unit_id: account.unit_id, access: account.access }
    : { unit_id: unitLines(units)[0]?.id, access: "handle" as const };
  return (
    <FormDialog
      title={account ? `修改子账号 ${account.login}` : "新建子账号"}
      form={form}
      initialValues={initial}
      okText={account ? "保存" : "新建"}
      write={async (input: Schema<"SubAccountIn">) => {
        const { login, mobile, ...rest } = input;
        if (!account) return unwrap(api.POST("/team/accounts", { body: input }));
        const params = { path: { id: account.id } };
        await unwrap(api.PUT("/team/accounts/{id}", { params, body: { ...rest, mobile: mobile || null } }));
        return null;
      }}
      changes="team"
      onDone={(added) => (added ? onAdded({ ...added, login: form.getFieldValue("login") }) : onChanged())}
      onClose={onClose}
    >
      {!account && (
        <Form.Item
          name="login"
          label="登录名"
          extra="4 至 32 位字母、数字或 _ . -，新建后不能修改"
          rules={[
            { required: true, message: "请填写登录名" },
            { pattern: /^[A-Za-z0-9_.-]{4,32}$/, message: "须为 4 至 32 位字母、数字或 _ . -" },
          ]}
        >
          <Input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={SubAccountIn.login.max}
          />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: "请填写姓名" }, atLeast(SubAccountIn.name.min)]}
      >
        <Input autoComplete="off" maxLength={SubAccountIn.name.max} />
      </Form.Item>
      <Form.Item
        name="mobile"
        label="手机号码"
        extra={
          account ? `留空则保留原号码 ${account.mobile_masked ?? ""}` : "对接方在对接后可看到经办人的号码"
        }
        rules={[{ required: !account, message: "请填写手机号码" }, MOBILE]}
      >
        <Input autoComplete="off" inputMode="numeric" maxLength={SubAccountIn.mobile.max} />
      </Form.Item>
      <Form.Item
        name="unit_id"
        label="所在分支机构或部门"
        rules={[{ required: true, message: "请选择分支机构或部门" }]}
      >
        <Select options={unitOptions(units)} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Form.Item name="access" label="权限" extra="只读账号可以查看，不能办理业务">
        <Radio.Group options={options(ACCESS)} />
      </Form.Item>
    </FormDialog>
  );
}
