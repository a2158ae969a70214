/**
 * A department reports that a policy has changed; `?policy=` names the item from whose page it was opened, `?from=` a notice that was
 * given back.
 */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "@/app/paths";
import { AdjustmentForm } from "@/features/adjustments/AdjustmentForm";
import { adjustmentQuery } from "@/features/adjustments/queries";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

const { government } = paths;

export function NewAdjustmentPage() {
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
  const from = search.get("from");
  const before = useQuery({ ...adjustmentQuery("government", from ?? ""), enabled: from !== null });
  const onDone = useCallback(
    (id: string) => {
      toast("通知已提交，处理结果会通知您");
      navigate(government.adjustment(id), { replace: true });
    },
    [navigate, toast],
  );
  return (
    <>
      <PageHeader
        title={from === null ? "报告政策调整" : "修改后重新提交"}
        description="写明依据、调整的内容和生效日期，并选择涉及的事项。"
        back={{ to: government.adjustments, label: "政策调整通知" }}
      />
      <Card>
        {from === null ? (
          <AdjustmentForm given={search.get("policy")} before={null} onDone={onDone} />
        ) : (
          <Loaded query={before} rows={10}>
            {(notice) => <AdjustmentForm given={null} before={notice} onDone={onDone} />}
          </Loaded>
        )}
      </Card>
    </>
  );
}
