/** 会商: what another department asks about one of its applications. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { ConsultationRead } from "@/features/consultations/ConsultationRead";
import { consultationQuery } from "@/features/consultations/queries";
import { CONSULTATION_STATE } from "@/labels/consultations";
import { dueWords } from "@/lib/dueWords";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";

export function ConsultationPage() {
  const { id = "" } = useParams();
  const query = useQuery(consultationQuery(id));
  const found = query.data;
  return (
    <>
      <PageHeader
        title={found?.enterprise ?? "会商"}
        description={found && `${found.title} · ${found.no}`}
        status={found && <StatusTag label={CONSULTATION_STATE[found.state]} />}
        back={{ to: `${paths.government.applications}?view=consultations`, label: "会商" }}
      />
      <Loaded query={query} rows={8}>
        {(detail) => (
          <>
            <KeyFigures
              figures={[
                { label: "商请部门", value: detail.department },
                {
                  label: "答复时限",
                  value: detail.due ? dueWords(detail.due.days_left).text : "—",
                  late: (detail.due?.days_left ?? 0) < 0,
                },
              ]}
            />
            <ConsultationRead detail={detail} />
          </>
        )}
      </Loaded>
    </>
  );
}
