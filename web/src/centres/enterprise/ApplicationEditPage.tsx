/** An application while the enterprise writes it, the first time or corrected. */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate, useParams } from "react-router";
import { paths } from "@/app/paths";
import { applicationNow } from "@/features/applications/applicationNow";
import type { Detail } from "@/features/applications/content";
import { applicationQuery } from "@/features/applications/queries";
import { APPLICATION_STATE } from "@/labels/applications";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { NowPage } from "@/ui/now/NowPage";
import { EmptyState, Loaded, Skeleton } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { useToast } from "@/ui/Toast";

const { enterprise } = paths;

/** Comes while the application is asked for. */
const ApplicationWizard = lazyPart(
  () => import("@/features/applications/ApplicationWizard").then((m) => m.ApplicationWizard),
  <Skeleton rows={10} />,
);

export function ApplicationEditPage() {
  const { id = "" } = useParams();
  const query = useQuery({ ...applicationQuery(id), staleTime: 0 });
  const detail = query.data;
  const editable = useOpened(detail?.actions.some((one) => one.action === "save" && one.allowed) ?? false);
  const navigate = useNavigate();
  const toast = useToast();
  const onSubmitted = useCallback(
    (sent: Detail) => {
      toast(sent.no ? `已提交，申请编号 ${sent.no}` : "已提交");
      navigate(enterprise.application(sent.id), { replace: true });
    },
    [navigate, toast],
  );
  const said = detail && applicationNow(detail);
  return (
    <NowPage
      title={detail ? `申请：${detail.title}` : "政策申请"}
      status={detail && <StatusTag label={APPLICATION_STATE[detail.state]} />}
      back={{ to: enterprise.application(id), label: "返回申请" }}
      now={said && { next: said.next, turn: said.turn, due: said.due }}
    >
      <Card>
        <Loaded query={query} rows={10}>
          {(data) =>
            editable ? (
              <ApplicationWizard key={data.id} detail={data} onSubmitted={onSubmitted} />
            ) : (
              <EmptyState title="这件申请现在不能修改" hint="已提交的申请由部门办理；需要补正时会通知您。" />
            )
          }
        </Loaded>
      </Card>
    </NowPage>
  );
}
