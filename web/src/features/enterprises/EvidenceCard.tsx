/** The operator's view of what documents and registers say of a firm, and the way to confirm a document. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "@/ui/Card";
import { FileLinks } from "@/ui/FileLinks";
import { lazyPart } from "@/ui/lazyPart";
import { Loaded } from "@/ui/States";
import { EvidenceTable } from "./EvidenceTable";
import { evidenceQuery } from "./queries";

const ConfirmDocument = lazyPart(() => import("./ConfirmDocument").then((m) => m.ConfirmDocument));

export function EvidenceCard({ org }: { org: string }) {
  const query = useQuery(evidenceQuery(org));
  const [open, setOpen] = useState(false);
  const href = (file: string) => `/operator/enterprises/${org}/attachments/${file}`;
  return (
    <Loaded query={query} rows={4}>
      {(review) => (
        <>
          <Card title="企业材料和数据核验">
            <FileLinks files={review.files} href={href} empty="企业档案中没有附件" />
            <Button disabled={review.files.length === 0} onClick={() => setOpen(true)}>
              核对材料
            </Button>
          </Card>
          <Card title="各来源的数据" flush>
            <EvidenceTable values={review.values} fileHref={href} />
          </Card>
          {open && <ConfirmDocument org={org} review={review} onClose={() => setOpen(false)} />}
        </>
      )}
    </Loaded>
  );
}
