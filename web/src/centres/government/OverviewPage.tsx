/** Read-only home of the government centre: the dated figures of the demand market. */
import { useQuery } from "@tanstack/react-query";
import { overviewQuery } from "@/api/market";
import type { MarketOverview } from "@/api/types";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState, Loaded } from "@/ui/States";
import { Count, Money } from "@/ui/Values";
import { SectionTable } from "./SectionTable";
import "./government.css";

export function OverviewPage() {
  const query = useQuery(overviewQuery);
  return (
    <>
      <PageHeader
        title="融资概览"
        description={query.data ? `数据截至 ${formatTime(query.data.at)}` : "全区科技企业融资需求与对接情况"}
      />
      <Loaded query={query} rows={8}>
        {(overview) => (
          <>
            <Figures overview={overview} />
            <Card title="当前需求的行业与金额分布（单位：项）" flush>
              {overview.groups.length === 0 ? (
                <EmptyState title="当前没有公开的融资需求" hint="企业发布的需求通过审核后会计入这里。" />
              ) : (
                <SectionTable groups={overview.groups} />
              )}
            </Card>
          </>
        )}
      </Loaded>
    </>
  );
}

function Figures({ overview }: { overview: MarketOverview }) {
  const figures = [
    {
      label: "当前融资需求",
      value: <Count value={overview.demands} unit="项" />,
      note: "公开抢单和对接中的需求",
    },
    {
      label: "平台企业",
      value: <Count value={overview.enterprises} unit="家" />,
      note: "已通过注册审核的企业",
    },
    {
      label: "入驻金融机构",
      value: <Count value={overview.institutions} unit="家" />,
      note: "已通过平台认证的机构",
    },
    {
      label: "累计放款",
      value: <Money fen={overview.disbursed} unit="yi" />,
      note: "机构登记的放款金额合计",
    },
  ];
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label} className="figure">
          <dt>{figure.label}</dt>
          <dd>
            <span className="figure-value">{figure.value}</span>
            <span className="figure-note">{figure.note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
