/** One joint credit of the institution: masked until the enterprise has opened its data to it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { MaskedDemand, MaskedProfile } from "@/features/demands/MaskedDemand";
import { InstitutionJointActions } from "@/features/orders/jointCredit/InstitutionJointActions";
import { JointFacts } from "@/features/orders/jointCredit/JointFacts";
import { JointMemberCard } from "@/features/orders/jointCredit/JointMemberCard";
import { JointSheetCard } from "@/features/orders/jointCredit/JointSheetCard";
import { jointFigures, jointTrack, turnOfInstitution } from "@/features/orders/jointCredit/jointNow";
import { isGone } from "@/features/orders/jointCredit/jointProgress";
import { institutionJointQuery } from "@/features/orders/jointCredit/jointQueries";
import { jointTimeline } from "@/features/orders/jointCredit/jointTimeline";
import { nameOrReason, nextOfInstitution } from "@/features/orders/jointCredit/jointWords";
import { JOINT_STATE } from "@/labels/joint";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { NowPage } from "@/ui/now/NowPage";
import { Parts } from "@/ui/now/Parts";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

export function JointCreditPage() {
  const { id = "" } = useParams();
  const query = useQuery(institutionJointQuery(id));
  const joint = query.data;
  return (
    <NowPage
      title={joint ? `联合授信 ${joint.no}` : "联合授信"}
      status={joint && <StatusTag label={JOINT_STATE[joint.state]} />}
      back={{ to: paths.institution.jointCredits, label: "联合授信" }}
      now={
        joint && {
          next: nextOfInstitution(joint),
          track: jointTrack(joint),
          turn: turnOfInstitution(joint),
          due: joint.due ?? joint.own?.due,
          figures: jointFigures(joint),
        }
      }
      actions={joint && <InstitutionJointActions joint={joint} />}
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content joint={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ joint }: { joint: Schema<"InstitutionJointView"> }) {
  const nameOf = (id: string) =>
    joint.members.find((member) => member.institution_id === id)?.institution_name ?? joint.lead_name;
  return (
    <div className="columns">
      <Parts
        label="联合授信内容"
        parts={[
          {
            key: "plan",
            title: "方案与成员",
            content: (
              <>
                {joint.sheet && joint.enterprise_name && (
                  <JointSheetCard joint={joint} sheet={joint.sheet} nameOf={nameOf} />
                )}
                <JointFacts joint={joint} />
                <JointMemberCard
                  members={joint.members}
                  planned={joint.sheet !== null && joint.enterprise_name !== null}
                  empty={
                    joint.closed_at || (joint.own && isGone(joint.own))
                      ? "不显示其他成员"
                      : "成团并经企业授权后，可以看到其他成员"
                  }
                />
              </>
            ),
          },
          {
            key: "demand",
            title: "融资需求",
            content: (
              <>
                <MaskedDemand demand={joint.demand} />
                <MaskedProfile demand={joint.demand} named={joint.enterprise_name !== null} />
              </>
            ),
          },
        ]}
      />
      <div className="stack">
        <Card title="企业与对接单">
          <Descriptions
            columns={1}
            items={[
              { label: "企业", value: nameOrReason(joint) },
              { label: "牵头机构", value: joint.lead_name },
              {
                label: "本机构对接单",
                value: joint.own?.order_id ? (
                  <Link to={paths.institution.order(joint.own.order_id)}>
                    {joint.enterprise_name ? "查看企业资料与对接单" : "查看对接单"}
                  </Link>
                ) : joint.closed_at || (joint.own && isGone(joint.own)) ? null : (
                  "企业开放信息后生成"
                ),
              },
            ]}
          />
        </Card>
        <Card title="办理进展">
          <Timeline items={jointTimeline(joint.timeline, joint.lead_name)} />
        </Card>
      </div>
    </div>
  );
}
