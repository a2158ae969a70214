/** The page of the form, for any side. */
import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { oneOf } from "@/api/useListParams";
import { OBJECTION_SUBJECT } from "@/labels/complaints";
import { PageHeader } from "@/ui/PageHeader";
import { useToast } from "@/ui/Toast";
import { ComplaintForm, type OrderChoice } from "./ComplaintForm";

type Props = {
  title: string;
  description: string;
  kinds: Schema<"ComplaintKind">[];
  orders?: OrderChoice[];
  back: string;
  made: (id: string) => string;
};

export function NewComplaintPage({ title, description, kinds, orders, back, made }: Props) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const wanted = params.get("kind");
  const onDone = useCallback(
    (id: string) => {
      toast("已提交，平台会尽快受理");
      navigate(made(id), { replace: true });
    },
    [toast, navigate, made],
  );
  return (
    <>
      <PageHeader title={title} description={description} back={{ to: back, label: "投诉与异议" }} />
      <ComplaintForm
        kinds={kinds}
        orders={orders}
        given={{
          kind: kinds.find((kind) => kind === wanted) ?? kinds[0],
          ...(params.get("order") ? { order_id: params.get("order") } : {}),
          ...(params.get("to")
            ? { objection_to: oneOf(params.get("to") ?? undefined, OBJECTION_SUBJECT) }
            : {}),
        }}
        onDone={onDone}
      />
    </>
  );
}
