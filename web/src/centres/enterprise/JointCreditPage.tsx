/** One joint credit on the enterprise's demand: who takes part, what is offered together, and what waits for an answer. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { EnterpriseJointActions } from "@/features/orders/jointCredit/EnterpriseJointActions";
import { JointFacts } from "@/features/orders/jointCredit/JointFacts";
import { JointMemberActions } from "@/features/orders/jointCredit/JointMemberActions";
import { JointMemberCard } from "@/features/orders/jointCredit/JointMemberCard";
import { JointSheetCard } from "@/features/orders/jointCredit/JointSheetCard";
import { jointFigures, jointTrack, turnOfEnterprise } from "@/features/orders/jointCredit/jointNow";
import { enterpriseJointQuery } from "@/features/orders/jointCredit/jointQueries";
import { jointTimeline } from "@/features/orders/jointCredit/jointTimeline";
import { nextOfEnterprise } from "@/features/orders/jointCredit/jointWords";
import { JOINT_STATE } from "@/labels/joint";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { NowPage } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { Money } from "@/ui/Values";

const { enterprise } = paths;

export function JointCreditPage() {
  const { id = "" } = useParams();
  const query = useQuery(enterpriseJointQuery(id));
  const joint = query.data;
  return (
    <NowPage
      title={joint ? `联合授信 ${joint.no}` : "联合授信"}
      status={joint && <StatusTag label={JOINT_STATE[joint.state]} />}
      back={{ to: enterprise.jointCredits, label: "联合授信" }}
      now={
        joint && {
          next: nextOfEnterprise(joint),
          track: jointTrack(joint),
          turn: turnOfEnterprise(joint),
          due: joint.due,
          figures: jointFigures(joint),
        }
      }
      actions={joint && <EnterpriseJointActions joint={joint} />}
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content joint={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ joint }: { joint: Schema<"EnterpriseJointView"> }) {
  const nameOf = (id: string) =>
    joint.members.find((member) => member.institution_id === id)?.institution_name ?? joint.lead_name;
  return (
    <div className="columns">
      <div className="stack">
        {joint.sheet && <JointSheetCard joint={joint} sheet={joint.sheet} nameOf={nameOf} />}
        <JointFacts joint={joint} />
        <JointMemberCard
          members={joint.members}
          empty="还没有成员"
          planned={joint.sheet !== null}
          extra={(member) => (
            <JointMemberActions joint={joint} member={member} orderPath={enterprise.order} />
          )}
        />
      </div>
      <div className="stack">
        <Card title="需求与对接单">
          <Descriptions
            columns={1}
            items={[
              {
                label: "融资需求",
                value: <Link to={enterprise.demand(joint.demand_id)}>{joint.demand_no}</Link>,
              },
              { label: "需求金额", value: <Money fen={joint.demand_amount} /> },
              { label: "牵头机构", value: joint.lead_name },
              {
                label: "牵头对接单",
                value: <Link to={enterprise.order(joint.order_id)}>查看对接单</Link>,
              },
            ]}
          />
        </Card>
        <Card title="进展记录">
          <Timeline items={jointTimeline(joint.timeline, joint.lead_name)} />
        </Card>
      </div>
    </div>
  );
}
