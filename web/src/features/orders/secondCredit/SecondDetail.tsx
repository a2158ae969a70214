/** One second credit, the same for both sides: what is wanted, what was decided, what waits for an answer. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { SECOND_KIND, SECOND_NEXT, SECOND_SIDE, SECOND_STATE } from "@/labels/second";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { NowPage } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";
import { DateText } from "@/ui/Values";
import { SecondActions } from "./SecondActions";
import { SecondOutcome, SecondTermsCard } from "./SecondFacts";
import { secondFigures, secondTrack, secondTurn } from "./secondNow";
import { secondQuery } from "./secondQueries";

type Props = { side: Schema<"SecondSide">; id: string; list: string; orderPath: (id: string) => string };

export function SecondDetail({ side, id, list, orderPath }: Props) {
  const query = useQuery(secondQuery(side, id));
  const second = query.data;
  return (
    <NowPage
      title={second ? `${SECOND_KIND[second.kind]} ${second.no}` : "二次授信"}
      status={second && <StatusTag label={SECOND_STATE[second.state]} />}
      back={{ to: list, label: "二次授信" }}
      now={
        second && {
          next: SECOND_NEXT[second.state],
          track: secondTrack(second),
          turn: secondTurn(side, second),
          due: second.due,
          figures: secondFigures(second),
        }
      }
      actions={second && <SecondActions side={side} second={second} />}
    >
      <Loaded query={query} rows={10}>
        {(data) => <Content second={data} orderPath={orderPath} />}
      </Loaded>
    </NowPage>
  );
}

type ContentProps = { second: Schema<"SecondCreditView">; orderPath: (id: string) => string };

function Content({ second, orderPath }: ContentProps) {
  return (
    <div className="columns">
      <div className="stack">
        <SecondOutcome second={second} />
        <SecondTermsCard second={second} />
      </div>
      <div className="stack">
        <SecondInfo second={second} orderPath={orderPath} />
        <Card title="进展记录">
          <Timeline items={second.timeline} />
        </Card>
      </div>
    </div>
  );
}

type InfoProps = {
  second: Schema<"SecondCreditView">;
  /** Where the reader opens orders; none for a reader that cannot. */
  orderPath?: (id: string) => string;
};

export function SecondInfo({ second, orderPath }: InfoProps) {
  const link = (id: string, text: string) => (orderPath ? <Link to={orderPath(id)}>{text}</Link> : text);
  return (
    <Card title="申请信息">
      <Descriptions
        columns={1}
        items={[
          { label: "编号", value: second.no },
          { label: "类型", value: SECOND_KIND[second.kind] },
          { label: "提出方", value: SECOND_SIDE[second.asked_by] },
          { label: "机构", value: second.institution_name },
          { label: "企业", value: second.enterprise_name ?? "授权有效期内可见" },
          { label: "原对接单", value: link(second.first_order_id, second.first_order_no) },
          { label: "新对接单", value: second.order_id && link(second.order_id, "查看对接单") },
          { label: "申请时的到期日", value: <DateText value={second.matures_on} /> },
          { label: "提出时间", value: <DateText value={second.asked_at} mode="time" /> },
          { label: "结束时间", value: <DateText value={second.closed_at} mode="time" /> },
        ]}
      />
    </Card>
  );
}
