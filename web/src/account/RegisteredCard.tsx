/** After the registration: what happens next. */

import { Button } from "antd";
import { useNavigate } from "react-router";
import { useLimits } from "@/api/settings";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";

const NEXT: Record<Schema<"RegistrationIn">["kind"], string> = {
  enterprise: "审核通过后，先完善企业档案，再发布融资需求。",
  institution: "审核通过后，填写单位名片、上传许可证并申请平台认证，认证后可进入需求市场。",
  agency: "审核通过后，填写单位名片、上传许可证并申请平台认证，认证后名片向公众展示。",
};

export function RegisteredCard({ name, kind }: { name: string; kind: Schema<"RegistrationIn">["kind"] }) {
  const navigate = useNavigate();
  const words = useLimits();
  return (
    <>
      <PageHeader title="注册申请已提交" />
      <Card>
        <p role="status" className="notice tone-ok">
          {name}的注册申请已收到，正在等待平台审核。
        </p>
        <ol className="next-steps">
          <li>{words("平台在 {review_days} 个工作日内审核单位信息，结果会发送到站内消息。")}</li>
          <li>审核期间可以用刚才设定的账号登录，随时查看进度。</li>
          <li>如有需要修改的地方，会一次性全部告知，在线修改后重新提交即可。</li>
          <li>{NEXT[kind]}</li>
        </ol>
        <Button type="primary" onClick={() => navigate(paths.login)}>
          去登录
        </Button>
      </Card>
    </>
  );
}
