/** One forecast: what is planned, when, and the way to be told. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { forecastQuery } from "@/api/forecasts";
import { toProblem } from "@/api/problem";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { NotFoundPage } from "@/app/StatusPages";
import { expectedText, FORECAST_STATE } from "@/labels/forecasts";
import { textOf } from "@/labels/label";
import { POLICY_CLASS, POLICY_LEVEL } from "@/labels/policies";
import { formatDate } from "@/lib/dates";
import styles from "@/lib/policyReadout.module.css";
import { useTitle } from "@/lib/useTitle";
import { LoadFailed } from "../LoadFailed";
import { Subscribe } from "./Subscribe";
import "../products/products.css";

export function ForecastPage() {
  const { id = "" } = useParams();
  const query = useQuery(forecastQuery(id));
  useTitle(query.data?.title ?? "政策预告");
  if (query.error && toProblem(query.error).status === 404) return <NotFoundPage nested />;
  return (
    <div className="portal-width shelf">
      {query.isPending && <p role="status">正在加载…</p>}
      {query.isError && <LoadFailed onRetry={query.refetch} />}
      {query.data && <Forecast forecast={query.data} />}
    </div>
  );
}

function Forecast({ forecast }: { forecast: Schema<"PublicForecast"> }) {
  const { contact } = forecast;
  const parts = [
    ["预告内容", forecast.summary],
    ["惠及对象", forecast.object],
    ["依据", forecast.basis],
    ["咨询方式", [contact.name, contact.phone, contact.place].filter(Boolean).join("，")],
  ].filter(([, text]) => text);
  return (
    <>
      <p className="product-back">
        <Link to={paths.forecasts}>返回政策预告</Link>
      </p>
      <div className="product-title">
        <div>
          <h1>{forecast.title}</h1>
          <p className="product-by">
            {forecast.department} ·{" "}
            {forecast.state === "published" ? "预告" : FORECAST_STATE[forecast.state].text}
          </p>
        </div>
        {forecast.state === "published" && <Subscribe id={forecast.id} />}
      </div>
      {forecast.state === "opened" && forecast.policy_id && (
        <p className="notice tone-ok">
          事项已正式发布。<Link to={paths.policy(forecast.policy_id)}>查看政策事项</Link>
        </p>
      )}
      {forecast.state === "withdrawn" && <p className="notice tone-warn">预告已撤销：{forecast.reason}</p>}
      {forecast.state === "published" && (
        <p className="notice tone-info">这是计划出台的政策，现在还不能办理；内容和时间以正式发布为准。</p>
      )}
      <div className="product-section policy-body">
        <div className={styles.readout}>
          <dl className={styles.facts}>
            <div>
              <dt>预计办理时间</dt>
              <dd>{expectedText(forecast)}</dd>
            </div>
            <div>
              <dt>政策级别</dt>
              <dd>{textOf(POLICY_LEVEL, forecast.level)}</dd>
            </div>
            <div>
              <dt>事项类别</dt>
              <dd>{textOf(POLICY_CLASS, forecast.class)}</dd>
            </div>
          </dl>
          {parts.map(([title, text]) => (
            <section key={title} className={styles.section}>
              <h2>{title}</h2>
              <p className={styles.text}>{text}</p>
            </section>
          ))}
        </div>
      </div>
      <p className="calculator-note">
        预告编号 {forecast.no}，{formatDate(forecast.published_at)} 发布，{formatDate(forecast.updated_at)}{" "}
        更新。
      </p>
    </>
  );
}
