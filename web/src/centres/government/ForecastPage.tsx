/** One forecast of the department: where it stands, what it says, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { ForecastActions } from "@/features/forecasts/ForecastActions";
import { ownForecastQuery } from "@/features/forecasts/queries";
import { expectedText, FORECAST_STATE } from "@/labels/forecasts";
import { textOf } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL } from "@/labels/policies";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { NowPage, type Track, YOUR_TURN } from "@/ui/now/NowPage";
import { Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { Timeline } from "@/ui/Timeline";

const { government } = paths;

type Forecast = Schema<"ForecastDetail">;

function next({ state, policy_title }: Forecast): string {
  switch (state) {
    case "draft":
      return "还没有发布。填写完整后发布，所有人可见，企业可以订阅。";
    case "published":
      return policy_title
        ? `“${policy_title}”发布时，预告自动转为事项。`
        : "正式事项编写后请关联，发布时预告自动转为事项。";
    case "opened":
      return "正式事项已发布，订阅的企业已收到提醒。";
    case "withdrawn":
      return "预告已撤销。";
  }
}

function track({ state }: Forecast): Track {
  const steps = ["编写", "预告", "转为事项"];
  if (state === "withdrawn") return { steps, at: 1, stopped: true };
  return { steps, at: { draft: 0, published: 1, opened: 3 }[state] };
}

export function ForecastPage() {
  const navigate = useNavigate();
  const { id = "" } = useParams();
  const query = useQuery(ownForecastQuery(id));
  const forecast = query.data;
  return (
    <NowPage
      title={forecast?.title ?? "政策预告"}
      status={forecast && <StatusTag label={FORECAST_STATE[forecast.state]} />}
      back={{ to: government.forecasts, label: "政策预告" }}
      now={
        forecast && {
          next: next(forecast),
          track: track(forecast),
          turn: forecast.state === "draft" ? YOUR_TURN : null,
          figures: [
            { label: "预计办理时间", value: expectedText(forecast.content) },
            { label: "订阅的企业", value: `${forecast.subscribers} 家` },
          ],
        }
      }
      actions={
        forecast && (
          <ForecastActions
            forecast={forecast}
            onEdit={() => navigate(government.editForecast(forecast.id))}
          />
        )
      }
    >
      <Loaded query={query} rows={8}>
        {(data) => <Content forecast={data} />}
      </Loaded>
    </NowPage>
  );
}

function Content({ forecast }: { forecast: Forecast }) {
  const { content } = forecast;
  const contact = [content.contact?.name, content.contact?.phone, content.contact?.place].filter(Boolean);
  return (
    <div className="columns">
      <div className="stack">
        {forecast.reason && <p className="notice tone-warn">撤销的原因：{forecast.reason}</p>}
        <Card title="预告内容">
          <Descriptions
            items={[
              { label: "政策级别", value: textOf(POLICY_LEVEL, content.level) },
              { label: "事项类别", value: textOf(POLICY_CLASS, content.class) },
              { label: "咨询", value: contact.join("，") },
              { label: "惠及对象", value: content.object, wide: true },
              { label: "内容", value: content.summary, wide: true },
              { label: "依据", value: content.basis, wide: true },
            ]}
          />
        </Card>
      </div>
      <div className="stack">
        <Card title="关联">
          <p className="card-note">{forecast.no}</p>
          <p className="card-note">
            {forecast.policy_id ? (
              <Link to={government.policy(forecast.policy_id)}>{forecast.policy_title}</Link>
            ) : (
              "还没有关联政策事项"
            )}
          </p>
          {forecast.published_at && (
            <p className="card-note">
              <Link to={paths.forecast(forecast.id)}>查看企业看到的页面</Link>
            </p>
          )}
        </Card>
        <Card title="办理进展">
          <Timeline items={forecast.timeline} />
        </Card>
      </div>
    </div>
  );
}
