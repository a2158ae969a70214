/** The licences of a registration, beside its fields: pictures can be looked at here, other files open as downloads. */
import { useQuery } from "@tanstack/react-query";
import { readQuery } from "@/api/queries";
import type { Schema } from "@/api/types";
import { Card } from "@/ui/Card";
import { FileLinks } from "@/ui/FileLinks";
import { FilePreview } from "@/ui/preview/FilePreview";
import { Loaded } from "@/ui/States";

const WORDS: Record<Schema<"Paper">, string> = { licence: "营业执照", permit: "金融许可证" };

export function OrganizationPapers({ id }: { id: string }) {
  const query = useQuery(readQuery("organizations", "/operator/organizations/{id}/papers", { path: { id } }));
  const href = (file: string) => `/operator/organizations/${id}/papers/${file}`;
  return (
    <Card title="证照">
      <Loaded query={query} rows={2}>
        {(papers) =>
          papers.length === 0 ? (
            <p className="card-note">没有上传证照。</p>
          ) : (
            papers.map(({ paper, file }) => (
              <div key={paper}>
                <p className="card-note">{WORDS[paper]}</p>
                <FileLinks
                  files={[file]}
                  href={href}
                  extra={(one) => <FilePreview file={one} href={href(one.id)} />}
                />
              </div>
            ))
          )
        }
      </Loaded>
    </Card>
  );
}
