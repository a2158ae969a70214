/** A new forecast, or a change of one. */
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate, useParams } from "react-router";
import { paths } from "@/app/paths";
import { ForecastForm } from "@/features/forecasts/ForecastForm";
import { ownForecastQuery } from "@/features/forecasts/queries";
import { useOpened } from "@/lib/useOpened";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";

const { government } = paths;

export function ForecastEditPage() {
  const { id } = useParams();
  const navigate = useNavigate();
  const query = useQuery({ ...ownForecastQuery(id ?? ""), enabled: id !== undefined, staleTime: 0 });
  const editable = useOpened(
    query.data?.actions.some(({ action, allowed }) => action === "edit" && allowed) ?? false,
  );
  const onDone = useCallback(
    (saved: string) => navigate(government.forecast(saved), { replace: true }),
    [navigate],
  );
  return (
    <>
      <PageHeader
        title={id ? "修改政策预告" : "编写政策预告"}
        description="先存为草稿，核对后发布；以正式文件为准的内容请写明。"
        back={
          id
            ? { to: government.forecast(id), label: "返回预告" }
            : { to: government.forecasts, label: "返回政策预告" }
        }
      />
      <Card>
        {id === undefined ? (
          <ForecastForm forecast={null} onDone={onDone} />
        ) : (
          <Loaded query={query} rows={8}>
            {(forecast) =>
              editable ? (
                <ForecastForm forecast={forecast} onDone={onDone} />
              ) : (
                <EmptyState title="这个预告现在不能修改" hint="已转为事项或已撤销的预告不再修改。" />
              )
            }
          </Loaded>
        )}
      </Card>
    </>
  );
}
