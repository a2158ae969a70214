/** 企业档案: to read, and with ?edit=1 to edit, in steps of which ?step= says the one that is open. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback } from "react";
import { Link, useSearchParams } from "react-router";
import { paths } from "@/app/paths";
import { Completeness } from "@/features/enterprises/Completeness";
import { ProfileFacts } from "@/features/enterprises/ProfileFacts";
import { profileQuery } from "@/features/enterprises/queries";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { lazyPart } from "@/ui/lazyPart";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";
import { useToast } from "@/ui/Toast";

const ProfileForm = lazyPart(() => import("@/features/enterprises/ProfileForm").then((m) => m.ProfileForm));

const EDIT = `${paths.enterprise.profile}?edit=1`;

export function ProfilePage() {
  const query = useQuery(profileQuery);
  const [params, setParams] = useSearchParams();
  const toast = useToast();
  const editing = params.get("edit") === "1";
  const leave = useCallback(() => {
    setParams({}, { replace: true });
    void import("@/lib/keepFocus").then(({ keepFocus }) => keepFocus(null));
  }, [setParams]);
  const onSaved = useCallback(() => {
    toast("企业档案已保存");
    leave();
  }, [toast, leave]);
  const edit = (step: string | null) => setParams(step ? { edit: "1", step } : { edit: "1" });
  const updated = query.data?.updated_at;
  return (
    <>
      <PageHeader
        title="企业档案"
        // Who fills it in is told by the steps what they need.
        description={
          editing
            ? undefined
            : `${updated ? `最近更新：${formatTime(updated)}。` : ""}机构只有在您确认对接后，才能看到您选择开放的部分。`
        }
        extra={
          !editing && query.data ? (
            <>
              <Link to={paths.enterprise.panorama}>企业全景</Link>
              <Button type="primary" onClick={() => edit(params.get("part"))}>
                编辑档案
              </Button>
            </>
          ) : undefined
        }
      />
      <Loaded query={query} rows={8}>
        {(profile) =>
          editing ? (
            <ProfileForm profile={profile} onSaved={onSaved} onCancel={leave} />
          ) : (
            <div className="stack">
              <Card>
                <Completeness profile={profile} editPath={EDIT} />
              </Card>
              <ProfileFacts profile={profile} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
