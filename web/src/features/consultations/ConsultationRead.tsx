/** What the own department is asked: the question, the form that it is about, and its answer. */
import type { Schema } from "@/api/types";
import { CONSULTATION_VERDICT } from "@/labels/consultations";
import { formatTime } from "@/lib/dates";
import type { Form, Values } from "@/lib/forms/model";
import { ActionBar } from "@/ui/ActionBar";
import { Card } from "@/ui/Card";
import { FormReadout } from "@/ui/forms/FormReadout";
import { lazyPart } from "@/ui/lazyPart";
import { StatusTag } from "@/ui/StatusTag";
import { useDialog } from "@/ui/useDialog";

const AnswerDialog = lazyPart(() => import("./AnswerDialog").then((m) => m.AnswerDialog));

export function ConsultationRead({ detail }: { detail: Schema<"ConsultationDetail"> }) {
  const { open, show, close, done } = useDialog<"answer">();
  const form = (detail.form?.form ?? null) as Form | null;
  return (
    <div className="stack">
      {detail.waits && (
        <ActionBar
          actions={[{ key: "answer", label: "答复会商", primary: true, onClick: () => show("answer") }]}
        />
      )}
      <Card title={`${detail.department}商请的问题`}>
        <p>{detail.question}</p>
        <p className="card-note">{formatTime(detail.asked_at)}</p>
      </Card>
      {detail.verdict && (
        <Card title="本部门的答复">
          <p>
            <StatusTag label={CONSULTATION_VERDICT[detail.verdict]} /> {detail.opinion}
          </p>
          <p className="card-note">
            {detail.answered_by} · {formatTime(detail.answered_at)}
          </p>
        </Card>
      )}
      {form && (
        <Card title="申报表单">
          <FormReadout
            form={form}
            values={(detail.form?.values ?? {}) as Values}
            files={(ids) => `${ids.length} 个附件，由审核部门查看`}
          />
        </Card>
      )}
      {open && <AnswerDialog id={detail.id} onDone={() => done("已答复")} onClose={close} />}
    </div>
  );
}
