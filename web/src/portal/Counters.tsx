/** The platform's figures, each with its definition, and the date they were counted. */
import { formatTime } from "@/lib/dates";
import { formatCount, formatMoney } from "@/lib/money";
import { LoadFailed } from "./LoadFailed";
import type { OverviewQuery } from "./overview";

/** Below 100 million yuan, 亿元 would show a meaningless 0.xx. */
const YI = 10_000_000_000;

export function Counters({ query }: { query: OverviewQuery }) {
  const { data } = query;
  const total = data?.disbursed ?? 0;
  const large = total >= YI;
  const figures = [
    {
      label: "当前融资需求",
      value: data && formatCount(data.demands),
      unit: "项",
      note: "公开抢单和对接中的需求",
    },
    {
      label: "平台企业",
      value: data && formatCount(data.enterprises),
      unit: "家",
      note: "已通过注册审核的企业",
    },
    {
      label: "入驻金融机构",
      value: data && formatCount(data.institutions),
      unit: "家",
      note: "已通过平台认证的机构",
    },
    {
      label: "累计放款",
      value: data && formatMoney(total, large ? "yi" : "wan"),
      unit: large ? "亿元" : "万元",
      note: "机构登记的放款金额合计",
    },
  ];
  return (
    <section className="counters" aria-labelledby="counters-title" aria-busy={query.isPending}>
      <h2 id="counters-title">平台数据</h2>
      {!data && !query.isPending ? (
        <LoadFailed onRetry={query.refetch} />
      ) : (
        <dl>
          {figures.map((figure) => (
            <div key={figure.label}>
              <dt>{figure.label}</dt>
              <dd>
                {figure.value === undefined ? (
                  <span className="counter-wait">加载中</span>
                ) : (
                  <span className="counter-value">
                    <span className="num">{figure.value}</span>
                    <small>{figure.unit}</small>
                  </span>
                )}
                <span className="counter-note">{figure.note}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="counter-date">{data ? `数据截至 ${formatTime(data.at)}` : "\u00a0"}</p>
    </section>
  );
}
