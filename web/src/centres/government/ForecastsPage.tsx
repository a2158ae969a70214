/** 政策预告 of the department. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";
import { ForecastTable } from "@/features/forecasts/ForecastTable";
import { PageHeader } from "@/ui/PageHeader";

const { government } = paths;

export function ForecastsPage() {
  const navigate = useNavigate();
  const write = (
    <Button type="primary" onClick={() => navigate(government.newForecast)}>
      编写预告
    </Button>
  );
  return (
    <>
      <PageHeader
        title="政策预告"
        description="计划出台的政策先作预告，企业可以订阅；改期、撤销和正式发布时，平台提醒订阅的企业。"
        extra={write}
      />
      <ForecastTable rowLink={government.forecast} write={write} />
    </>
  );
}
