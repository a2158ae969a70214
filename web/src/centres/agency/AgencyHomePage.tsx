/** Home of the agencies' centre: which services are open to them today. */

import { Link } from "react-router";
import { useMe } from "@/api/session";
import { useSite } from "@/api/settings";
import { paths } from "@/app/paths";
import { CERTIFIED } from "@/labels/organizations";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { PageHeader } from "@/ui/PageHeader";
import { StatusTag } from "@/ui/StatusTag";

export function AgencyHomePage() {
  const { contact } = useSite();
  const me = useMe();
  return (
    <>
      <PageHeader title={`${me.name}，您好`} description={me.organization.name} />
      <Card title="单位状态">
        <Descriptions
          columns={2}
          items={[
            { label: "单位名称", value: me.organization.name },
            {
              label: "平台认证",
              value: <StatusTag label={CERTIFIED[me.organization.certified ? "true" : "false"]} />,
            },
          ]}
        />
      </Card>
      <Card title="目前向中介机构开放的服务">
        <ul className="defect-list">
          <li>
            <Link to={paths.agency.card}>单位名片与认证</Link>
            ：填写单位介绍和服务范围，上传许可证，申请平台认证。
          </li>
          <li>
            <Link to={paths.agency.points}>信用积分</Link>：查看每一笔信用积分的来源和计分规则。
          </li>
          <li>
            <Link to={paths.agency.messages}>消息</Link>：接收平台通知。
          </li>
          <li>
            <Link to={paths.agency.security}>账号与安全</Link>：修改密码、管理登录设备。
          </li>
        </ul>
        <p className="page-description">
          活动发布和上市辅助服务开放后，会通过站内消息通知贵单位。如需提前对接，请联系{contact}。
        </p>
      </Card>
    </>
  );
}
