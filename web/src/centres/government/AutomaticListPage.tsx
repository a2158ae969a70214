/** One list of 免申即享. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { paths } from "@/app/paths";
import { ListReview } from "@/features/automatic/ListReview";
import { automaticListQuery } from "@/features/automatic/queries";
import { AUTOMATIC_STATE } from "@/labels/automatic";
import { formatDate, formatTime } from "@/lib/dates";
import { KeyFigures } from "@/ui/now/KeyFigures";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";

const { government } = paths;

export function AutomaticListPage() {
  const { id = "" } = useParams();
  const query = useQuery(automaticListQuery(id));
  const list = query.data;
  return (
    <>
      <PageHeader
        title={list?.title ?? "免申即享名单"}
        description={list?.no}
        status={list && <StatusTag label={AUTOMATIC_STATE[list.state]} />}
        back={{ to: government.automatic, label: "免申即享" }}
      />
      <Loaded query={query} rows={8}>
        {(data) => (
          <>
            <KeyFigures
              figures={[
                { label: "核对企业", value: `${data.firms} 家` },
                { label: "生成", value: data.created_by, note: formatTime(data.created_at) },
                {
                  label: "核对",
                  value: data.checked_by ?? "待核对",
                  note: data.checked_at ? formatTime(data.checked_at) : undefined,
                },
                { label: "企业确认期限", value: data.due_at ? formatDate(data.due_at) : "—" },
              ]}
            />
            {data.opinion && <p className="notice tone-info">{data.opinion}</p>}
            <ListReview list={data} application={government.application} />
          </>
        )}
      </Loaded>
    </>
  );
}
