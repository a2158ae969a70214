/** 数据核验 of the enterprise: which registers may be asked, and what each says beside what the firm typed. */
import { useQuery } from "@tanstack/react-query";
import { paths } from "@/app/paths";
import { EvidenceTable } from "@/features/enterprises/EvidenceTable";
import { verificationQuery } from "@/features/enterprises/queries";
import { RegisterList } from "@/features/enterprises/RegisterList";
import { Card } from "@/ui/Card";
import { ownFile } from "@/ui/FileLinks";
import { PageHeader } from "@/ui/PageHeader";
import { Loaded } from "@/ui/States";

const { enterprise } = paths;

export function VerificationPage() {
  const query = useQuery(verificationQuery);
  return (
    <>
      <PageHeader
        title="数据核验"
        description="授权平台向主管部门的数据来源核对您填写的资料。核验过的数据可信度更高，在创新能力评分中也计得更多。"
      />
      <Loaded query={query} rows={8}>
        {(view) => (
          <div className="stack">
            <RegisterList view={view} />
            <Card title="各来源的数据" flush>
              <EvidenceTable
                values={view.values}
                objectionPath={`${enterprise.newComplaint}?kind=objection&to=data`}
                fileHref={ownFile}
              />
            </Card>
          </div>
        )}
      </Loaded>
    </>
  );
}
