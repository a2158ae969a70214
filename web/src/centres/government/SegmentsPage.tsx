/** 企业分群: clusters of firms in words, what they are made of, and what financing they found. */
import { Segments } from "@/features/matching/Segments";
import { PageHeader } from "@/ui/PageHeader";

export function SegmentsPage() {
  return (
    <>
      <PageHeader
        title="企业分群"
        description="按行业、营收、成立年限和资质把企业自动分为若干群，了解各类企业的构成和融资情况，便于制定扶持措施。"
      />
      <Segments />
    </>
  );
}
