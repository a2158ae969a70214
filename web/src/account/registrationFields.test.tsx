import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import { expect, it } from "vitest";
import { renderAt } from "@/test/render";
import { CredentialFields } from "./CredentialFields";
import { PaperFields } from "./PaperFields";
import { ContactFields, OrganizationFields } from "./RegistrationFields";

it("an empty form says once of each field what is missing", async () => {
  const { container } = renderAt(
    "/",
    <Form>
      <OrganizationFields institution />
      <PaperFields institution />
      <ContactFields />
      <CredentialFields />
      <button type="submit">提交</button>
    </Form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  await screen.findByText("请填写统一社会信用代码");
  const said = [...container.querySelectorAll(".ant-form-item-explain-error")].map((one) => one.textContent);
  expect(said).toEqual([
    "请填写单位名称",
    "请填写统一社会信用代码",
    "请选择机构类型",
    "请填写法定代表人",
    "请填写注册地址",
    "请上传营业执照",
    "请填写金融许可证编号",
    "请上传金融许可证",
    "请填写联系人姓名",
    "请填写手机号码",
    "请填写登录名",
    "请填写密码",
    "请再次输入密码",
  ]);
});
