/** Whose demand it is: asked for by a button, since the enterprise reads who looked. */
import { Button } from "antd";
import { Link, useLocation } from "react-router";
import { api, unwrap } from "@/api/client";
import { useIntent } from "@/api/intent";
import { from } from "@/lib/cameFrom";
import { Card } from "@/ui/Card";
import { Descriptions } from "@/ui/Descriptions";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { DateText } from "@/ui/Values";

type Props = {
  id: string;
  mayName: boolean;
  /** Where all that is known of the firm stands. */
  firmLink: (id: string) => string;
};

export function SupplyFirm({ id, mayName, firmLink }: Props) {
  const look = useIntent((_: null, headers) =>
    unwrap(api.POST("/government/supply/demands/{id}/enterprise", { params: { path: { id } }, headers })),
  );
  const { pathname } = useLocation();
  const firm = look.data;
  if (!mayName && !firm)
    return (
      <Card title="企业信息">
        <p className="card-note">企业没有有效的授权，不显示名称。企业确认对接并授权后可以查看。</p>
      </Card>
    );
  return (
    <Card title="企业信息">
      {firm ? (
        <Descriptions
          items={[
            {
              label: "企业名称",
              value: (
                <Link to={firmLink(firm.id)} state={from({ to: pathname, label: "融资需求" })}>
                  {firm.name}
                </Link>
              ),
            },
            { label: "统一社会信用代码", value: firm.uscc },
            { label: "法定代表人", value: firm.legal_person },
            { label: "成立日期", value: <DateText value={firm.founded_on} /> },
            { label: "注册地址", value: firm.address, wide: true },
          ]}
        />
      ) : (
        <>
          <p className="card-note">企业已授权。查看会被记录，企业可以看到由谁在何时查看。</p>
          {look.error && <ProblemAlert problem={look.error} />}
          <Button loading={look.isPending} onClick={() => look.mutate(null)}>
            查看企业信息
          </Button>
        </>
      )}
    </Card>
  );
}
