/** A department reports that a policy has changed; `?policy=` names the item from whose page it was opened. */
import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { paths } from "@/app/paths";
import { AdjustmentForm } from "@/features/adjustments/AdjustmentForm";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { useToast } from "@/ui/Toast";

const { government } = paths;

export function NewAdjustmentPage() {
  const navigate = useNavigate();
  const toast = useToast();
  const [search] = useSearchParams();
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
        title="报告政策调整"
        description="写明依据、调整的内容和生效日期，并选择涉及的事项。"
        back={{ to: government.adjustments, label: "政策调整通知" }}
      />
      <Card>
        <AdjustmentForm given={search.get("policy")} onDone={onDone} />
      </Card>
    </>
  );
}
