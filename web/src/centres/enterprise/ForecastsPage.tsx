/** 订阅的预告 of the own firm. */
import { Link } from "react-router";
import { paths } from "@/app/paths";
import { Subscriptions } from "@/features/forecasts/Subscriptions";
import { PageHeader } from "@/ui/PageHeader";

export function ForecastsPage() {
  return (
    <>
      <PageHeader
        title="订阅的预告"
        description="计划出台的政策改期、撤销或正式发布时，平台发站内信提醒。"
        extra={<Link to={paths.forecasts}>全部政策预告</Link>}
      />
      <Subscriptions />
    </>
  );
}
