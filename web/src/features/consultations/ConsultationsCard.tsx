/** What other departments were asked about an application, and what they answered; while it is under the second review more can be asked. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { CONSULTATION_STATE, CONSULTATION_VERDICT } from "@/labels/consultations";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { DueText } from "@/ui/DueText";
import { lazyPart } from "@/ui/lazyPart";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";
import { consultedQuery } from "./queries";

const AskDialog = lazyPart(() => import("./AskDialog").then((m) => m.AskDialog));

type Props = {
  application: string;
  /** The reader may ask now. */
  asks: boolean;
};

export function ConsultationsCard({ application, asks }: Props) {
  const { open, show, close, done } = useDialog<"ask">();
  const { data = [] } = useQuery(consultedQuery(application));
  if (data.length === 0 && !asks) return null;
  return (
    <Card title="会商" extra={asks && <Button onClick={() => show("ask")}>发起会商</Button>}>
      {data.length === 0 ? (
        <p className="card-note">需要时可以商请其他部门提出意见，逾期未答复不影响复审。</p>
      ) : (
        <ul className="plain-list">
          {data.map((one) => (
            <li key={one.id}>
              <strong>{one.asked}</strong>{" "}
              <StatusTag
                label={one.verdict ? CONSULTATION_VERDICT[one.verdict] : CONSULTATION_STATE[one.state]}
              />
              <p className="card-note">
                {formatTime(one.asked_at)} 商请：{one.question}
              </p>
              {one.due && (
                <p className="card-note">
                  答复时限 <DueText due={one.due} />
                </p>
              )}
              {one.opinion && <p>{one.opinion}</p>}
              {one.answered_at && (
                <p className="card-note">
                  {one.answered_by} · {formatTime(one.answered_at)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && <AskDialog application={application} onDone={() => done("已发出会商")} onClose={close} />}
    </Card>
  );
}
