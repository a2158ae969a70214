/** How far an agency has come before its services open to it. */
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import type { PathStep } from "@/ui/cockpit/GuidedPath";

const { agency } = paths;

export function agencyPath({
  organization,
  permissions,
}: Pick<Schema<"Me">, "organization" | "permissions">): {
  steps: PathStep[];
  at: string;
} {
  const { certified } = organization;
  const mayApply = permissions.includes("organizations.card");
  const steps: PathStep[] = [
    { key: "registered", title: "单位注册", done: true, text: "注册审核已通过，账号已开通。" },
    {
      key: "certified",
      title: "平台认证",
      done: certified,
      text: certified ? "已通过平台认证。" : "填写单位介绍和服务范围，上传许可证，申请平台认证。",
      action: mayApply
        ? { label: certified ? "查看单位名片" : "填写名片并申请认证", to: agency.card }
        : undefined,
    },
    { key: "services", title: "办理业务", done: false, text: "服务开放后，在下方各处办理。" },
  ];
  return { steps, at: certified ? "services" : "certified" };
}
