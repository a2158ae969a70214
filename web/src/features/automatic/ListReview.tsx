/** A list before and after its check: who may have it, who is left out and why, and the decision of another person. */
import { useState } from "react";
import { api, ifMatch, unwrap } from "@/api/client";
import { AutomaticCheckIn, AutomaticReasonIn, StruckIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { formatCount } from "@/lib/money";
import { ActionBar } from "@/ui/ActionBar";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { useDialog } from "@/ui/useDialog";
import { useUnsavedGuard } from "@/ui/useUnsavedGuard";
import { AutomaticEntryTable } from "./EntryTable";

type Row = Schema<"AutomaticEntryView">;
type Props = { list: Schema<"AutomaticListView">; application: (id: string) => string };
type Doing = { what: "check" | "drop" } | { what: "strike"; row: Row };

export function ListReview({ list, application }: Props) {
  const { open, show, close, done } = useDialog<Doing>();
  const [struck, setStruck] = useState<ReadonlyMap<string, string>>(new Map());
  const checking = list.state === "checking";
  // Marks are kept on this page alone until the check is sent.
  const guard = useUnsavedGuard(checking && struck.size > 0);
  const full = struck.size >= AutomaticCheckIn.struck.max;
  const params = { path: { id: list.id }, header: ifMatch(list.version) };
  const strike = (row: Row) => {
    if (!struck.has(row.enterprise_id)) return show({ what: "strike", row });
    const rest = new Map(struck);
    rest.delete(row.enterprise_id);
    setStruck(rest);
  };
  return (
    <>
      {guard}
      {checking && (
        <ActionBar
          actions={[
            {
              key: "check",
              label: "核对无误，通知企业",
              primary: true,
              disabled: list.own,
              why: list.own ? "须由生成名单以外的人员核对" : undefined,
              onClick: () => show({ what: "check" }),
            },
            { key: "drop", label: "作废", danger: true, onClick: () => show({ what: "drop" }) },
          ]}
        />
      )}
      {list.more && (
        <p className="notice tone-warn">
          符合条件的企业较多，本名单已列满，其余企业请在本名单办结后再次生成名单核对。
        </p>
      )}
      {list.unlisted > 0 && (
        <p className="notice">
          共核对 {formatCount(list.firms)} 家企业，未纳入的企业较多，另有 {formatCount(list.unlisted)}{" "}
          家未逐一列出原因。
        </p>
      )}
      {checking && struck.size > 0 && (
        <p className="notice tone-warn">
          已标记剔除 {struck.size} 家，提交核对后生效。
          {full &&
            `每次核对最多剔除 ${AutomaticCheckIn.struck.max} 家：需要剔除更多时，请作废本名单，调整事项条件后重新生成。`}
        </p>
      )}
      <AutomaticEntryTable
        list={list}
        application={application}
        struck={struck}
        full={full}
        strike={checking && !list.own ? strike : undefined}
      />
      {open?.what === "strike" && (
        <ConfirmDialog
          title={`剔除${open.row.enterprise}？`}
          okText="剔除"
          danger
          reason={{ label: "剔除的原因", limit: { ...StruckIn.reason, min: 2 } }}
          write={async (reason) => {
            setStruck(new Map(struck).set(open.row.enterprise_id, reason));
          }}
          onDone={close}
          onClose={close}
        >
          提交核对时一并剔除，在此之前可以恢复。
        </ConfirmDialog>
      )}
      {open?.what === "check" && (
        <ConfirmDialog
          title="核对无误，通知企业？"
          okText="通知企业"
          reason={{ label: "核对意见", limit: { ...AutomaticCheckIn.opinion, min: 5 } }}
          write={(opinion, headers) =>
            unwrap(
              api.POST("/government/automatic/{id}/check", {
                params,
                body: {
                  opinion,
                  struck: [...struck].map(([enterprise_id, reason]) => ({ enterprise_id, reason })),
                },
                headers,
              }),
            )
          }
          changes="applications"
          onDone={() => done("已通知企业确认")}
          onClose={close}
        >
          {struck.size > 0 && `剔除 ${struck.size} 家。`}
          拟享受的企业将收到通知，在时限内确认收款账户和承诺后办理；逾期未确认视为不享受。
        </ConfirmDialog>
      )}
      {open?.what === "drop" && (
        <ConfirmDialog
          title="作废这份名单？"
          okText="作废"
          danger
          reason={{ label: "作废的原因", limit: { ...AutomaticReasonIn.reason, min: 2 } }}
          write={(reason, headers) =>
            unwrap(api.POST("/government/automatic/{id}/drop", { params, body: { reason }, headers }))
          }
          changes="applications"
          onDone={() => done("名单已作废")}
          onClose={close}
        >
          企业还没有收到通知；需要时可以重新生成。
        </ConfirmDialog>
      )}
    </>
  );
}
