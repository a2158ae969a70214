/** 政策调整通知 of the department. */
import { Button } from "antd";
import { useNavigate } from "react-router";
import { useListParams } from "@/api/useListParams";
import { paths } from "@/app/paths";
import { AdjustmentTable } from "@/features/adjustments/AdjustmentTable";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/States";

const { government } = paths;

export function AdjustmentsPage() {
  const navigate = useNavigate();
  const list = useListParams();
  const report = (
    <Button type="primary" onClick={() => navigate(government.newAdjustment)}>
      报告政策调整
    </Button>
  );
  return (
    <>
      <PageHeader
        title="政策调整通知"
        description="政策文件有变化时报告平台，平台在时限内确认事项已更新，或在事项页面发布调整说明。"
        extra={report}
      />
      <AdjustmentTable
        viewer="government"
        list={list}
        rowLink={government.adjustment}
        empty={
          <EmptyState
            title="还没有政策调整通知"
            hint="文件修订、比例或期限调整、提前截止等，请及时报告。"
            action={report}
          />
        }
      />
    </>
  );
}
