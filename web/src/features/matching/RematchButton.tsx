/** 再次匹配: one click offers the demand to the next best institutions. */
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useToast } from "@/ui/Toast";

export function RematchButton({ demand }: { demand: string }) {
  const toast = useToast();
  const rematch = useIntent(
    (_: undefined, headers) =>
      unwrap(api.POST("/enterprise/demands/{id}/rematch", { params: { path: { id: demand } }, headers })),
    {
      changes: "matching",
      onSuccess: ({ institutions }) => toast(`已推送给 ${institutions} 家新的机构`),
    },
  );
  return (
    <>
      <Button type="primary" loading={rematch.isPending} onClick={() => rematch.mutate(undefined)}>
        再次匹配其他机构
      </Button>
      <ProblemAlert problem={rematch.error} />
    </>
  );
}
