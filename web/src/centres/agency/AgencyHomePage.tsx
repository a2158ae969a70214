/** Home of the agencies' centre: what an agency can do today, and what will stand here later. */
import { useMe } from "@/api/session";
import { useSite } from "@/api/settings";
import { Card } from "@/ui/Card";
import { GuidedPath } from "@/ui/cockpit/GuidedPath";
import { Places } from "@/ui/cockpit/Places";
import { PageHeader } from "@/ui/PageHeader";
import { agencyPath } from "./agencyPath";

const PLACES = [
  { title: "活动与报名", text: "发布活动、查看报名名单和现场签到情况。" },
  { title: "上市辅助服务", text: "发布服务项目，答复企业的咨询，记录服务进展。" },
  { title: "企业意向", text: "企业留下的服务意向会列在这里，逐条跟进。" },
];

export function AgencyHomePage() {
  const { contact } = useSite();
  const me = useMe();
  return (
    <>
      <PageHeader title="首页" description={me.organization.name} />
      <GuidedPath label="入驻进度" {...agencyPath(me)} />
      <Card title="今后在这里办理">
        <Places label="尚未开放的服务" places={PLACES} />
        <p className="card-note">开放后会通过站内消息通知贵单位。如需提前对接，请联系{contact}。</p>
      </Card>
    </>
  );
}
