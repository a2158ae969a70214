/** The wizard for a new demand (/new, after the first save with ?draft=…) or an existing draft or returned demand. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { DemandWizard } from "@/features/demands/DemandWizard";
import { demandQuery } from "@/features/demands/queries";
import { profileQuery } from "@/features/enterprises/queries";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

const { enterprise } = paths;
const ProfileGap = lazyPart(() => import("@/features/enterprises/ProfileGap").then((m) => m.ProfileGap));

export function DemandEditPage() {
  const params = useParams();
  const [search, setSearch] = useSearchParams();
  // Fixed when the page opens: the id that the first save puts into the URL must not load the form anew.
  const [id] = useState(params.id ?? search.get("draft"));
  const query = useQuery({ ...demandQuery(id ?? ""), enabled: id !== null, staleTime: 0 });
  const actions = query.data?.actions ?? [];
  const editable = useOpened(actions.some((action) => action.action === "edit" && action.allowed));
  const onCreated = useCallback(
    (demand: Schema<"DemandView">) => setSearch({ draft: demand.id }, { replace: true }),
    [setSearch],
  );
  return (
    <>
      <PageHeader
        title={params.id ? "修改融资需求" : "发布融资需求"}
        description="内容会自动保存为草稿。提交后由平台审核，审核通过才会向机构公开，且不显示企业名称。"
        back={
          params.id
            ? { to: enterprise.demand(params.id), label: "返回需求" }
            : { to: enterprise.demands, label: "返回融资需求" }
        }
      />
      <Card>
        {id === null ? (
          <Editor demand={null} onCreated={onCreated} />
        ) : (
          <Loaded query={query} rows={8}>
            {(demand) =>
              editable ? (
                <Editor demand={demand} onCreated={onCreated} />
              ) : (
                <EmptyState title="这项需求现在不能修改" hint="只有草稿和退回补正的需求可以修改。" />
              )
            }
          </Loaded>
        )}
      </Card>
    </>
  );
}

type EditorProps = { demand: Schema<"DemandView"> | null; onCreated: (demand: Schema<"DemandView">) => void };

function Editor({ demand, onCreated }: EditorProps) {
  const profile = useQuery(profileQuery);
  const navigate = useNavigate();
  const toast = useToast();
  const onSubmitted = useCallback(
    (submitted: Schema<"DemandView">) => {
      toast("已提交，平台审核后会通知您");
      navigate(enterprise.demand(submitted.id), { replace: true });
    },
    [navigate, toast],
  );
  const onSaved = useCallback(() => {
    toast("草稿已保存");
    navigate(enterprise.demands);
  }, [navigate, toast]);
  const data = profile.data;
  return (
    <DemandWizard
      demand={demand}
      profile={{
        // While the profile is loading or cannot be read, the server has the last word.
        enough: data ? data.completeness >= data.required_percent : true,
        note: data ? <ProfileGap profile={data} editPath={`${enterprise.profile}?edit=1`} /> : null,
      }}
      onCreated={onCreated}
      onSaved={onSaved}
      onSubmitted={onSubmitted}
    />
  );
}
