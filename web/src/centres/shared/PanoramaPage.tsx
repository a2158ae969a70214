/** 企业全景 of the firm in the address: the own one, that of an order, or any that the reader's role opens. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type RefObject, useRef, useState } from "react";
import { useLocation, useParams } from "react-router";
import { useMe } from "@/api/session";
import type { Schema } from "@/api/types";
import { paths } from "@/app/paths";
import { PanoramaSheet } from "@/features/panorama/PanoramaSheet";
import { firmPanoramaQuery, orderPanoramaQuery, ownPanoramaQuery } from "@/features/panorama/queries";
import { type Back, cameFrom } from "@/lib/cameFrom";
import { formatTime } from "@/lib/dates";
import { printPart } from "@/lib/printPart";
import { drawAll } from "@/ui/chart/drawAll";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

export function PanoramaPage() {
  const { id = "" } = useParams();
  const { role } = useMe();
  if (role === "enterprise") return <Own />;
  return role === "institution" ? <OfOrder id={id} /> : <OfFirm id={id} operator={role === "operator"} />;
}

const { government } = paths;

function Own() {
  const query = useQuery(ownPanoramaQuery);
  return <Page query={query} back={{ to: paths.enterprise.profile, label: "企业档案" }} />;
}

function OfOrder({ id }: { id: string }) {
  const query = useQuery(orderPanoramaQuery(id));
  return <Page query={query} back={{ to: paths.institution.order(id), label: "对接单" }} />;
}

/** Where those who opened no page before this one go on: the pool, or the home of those who review nothing. */
const home = (permissions: Schema<"Me">["permissions"]): Back =>
  permissions.includes("applications.review")
    ? { to: government.applications, label: "申请审核" }
    : { to: government.home, label: "首页" };

function OfFirm({ id, operator }: { id: string; operator: boolean }) {
  const query = useQuery(firmPanoramaQuery(id));
  const { permissions } = useMe();
  const came = cameFrom(useLocation().state);
  const back = operator
    ? { to: paths.operator.organization(id), label: "单位" }
    : (came ?? home(permissions));
  return <Page query={query} back={back} />;
}

function PrintButton({ sheet }: { sheet: RefObject<HTMLDivElement | null> }) {
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    await drawAll(sheet.current);
    setBusy(false);
    printPart(sheet.current);
  };
  return (
    <Button loading={busy} onClick={() => void print()}>
      打印
    </Button>
  );
}

type Asked = Parameters<typeof Loaded<Schema<"Panorama">>>[0]["query"] & { data?: Schema<"Panorama"> };

function Page({ query, back }: { query: Asked; back?: Back }) {
  const sheet = useRef<HTMLDivElement>(null);
  const firm = query.data;
  return (
    <>
      <PageHeader
        title={firm ? `企业全景：${firm.name}` : "企业全景"}
        description={firm && `数据截至 ${formatTime(firm.at)}`}
        back={back}
        extra={firm && <PrintButton sheet={sheet} />}
      />
      <Loaded query={query} rows={12}>
        {(data) => (
          <div ref={sheet}>
            <PanoramaSheet firm={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}
