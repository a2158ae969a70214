/** The wizard for a new item (/new, after the first save with ?draft=…), or for the next version of one. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { PolicyWizard } from "@/features/policies/PolicyWizard";
import { policyQuery } from "@/features/policies/queries";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

const { government } = paths;

type Detail = Schema<"PolicyDetail">;

export function PolicyEditPage() {
  const params = useParams();
  const [search, setSearch] = useSearchParams();
  // Fixed when the page opens: the id that the first save puts into the URL must not load the form anew.
  const [id] = useState(params.id ?? search.get("draft"));
  const query = useQuery({ ...policyQuery(id ?? ""), enabled: id !== null, staleTime: 0 });
  const actions = query.data?.actions ?? [];
  const editable = useOpened(actions.some((action) => action.action === "edit" && action.allowed));
  const navigate = useNavigate();
  const toast = useToast();
  const [created, setCreated] = useState<string | null>(null);
  const onCreated = useCallback((policy: Detail) => setCreated(policy.id), []);
  // Beside the step, which may change in the same moment.
  useEffect(() => {
    if (created === null || search.get("draft") === created) return;
    const params = new URLSearchParams(search);
    params.set("draft", created);
    setSearch(params, { replace: true, preventScrollReset: true });
  }, [created, search, setSearch]);
  const onSubmitted = useCallback(
    (policy: Detail) => {
      toast("已提交，核校后会通知您");
      navigate(government.policy(policy.id), { replace: true });
    },
    [navigate, toast],
  );
  const wizard = (policy: Detail | null) => (
    <PolicyWizard policy={policy} onCreated={onCreated} onSubmitted={onSubmitted} />
  );
  return (
    <>
      <PageHeader
        title={params.id ? "修改政策事项" : "编写政策事项"}
        description="填写事项名称后，内容会自动保存为草稿。提交后由编写人以外的人员核校，通过后发布。"
        back={
          params.id
            ? { to: government.policy(params.id), label: "返回事项" }
            : { to: government.policies, label: "返回政策事项" }
        }
      />
      <Card>
        {id === null ? (
          wizard(null)
        ) : (
          <Loaded query={query} rows={8}>
            {(policy) =>
              editable ? (
                wizard(policy)
              ) : (
                <EmptyState
                  title="这个事项现在不能修改"
                  hint="已提交核校的事项请先撤回；已归档的事项不能修改。"
                />
              )
            }
          </Loaded>
        )}
      </Card>
    </>
  );
}
