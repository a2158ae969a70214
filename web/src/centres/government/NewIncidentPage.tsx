/** 异常上报: the supervisor records what is out of order. */
import { paths } from "@/app/paths";
import { NewComplaintPage } from "@/features/complaints/NewComplaintPage";

export function NewIncidentPage() {
  return (
    <NewComplaintPage
      title="上报异常情况"
      description="写明时间、涉及的单位或账号、异常表现；平台核查后答复，您确认后办结。"
      kinds={["incident"]}
      back={paths.government.complaints}
      made={paths.government.complaint}
    />
  );
}
