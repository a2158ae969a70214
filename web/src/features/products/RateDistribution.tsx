/** 利率分布: the lowest rates of all loans of a type on the shelf, and the own product among them. */
import { useQuery } from "@tanstack/react-query";
import type { Schema } from "@/api/types";
import { BarChart } from "@/ui/chart/BarChart";
import { Loaded } from "@/ui/States";
import { ratesQuery } from "./queries";
import { bandLabel, rateSentence, withOwn } from "./rateBands";

type Props = { type: Schema<"ProductType"> | null; own: number };

export function RateDistribution({ type, own }: Props) {
  const query = useQuery(ratesQuery(type));
  return (
    <Loaded query={query} rows={6}>
      {(data) => {
        const counts = withOwn(data.bands, own);
        return (
          <BarChart
            title="同类产品最低年利率分布"
            sentence={rateSentence(data, own)}
            stacked
            labelled="最低年利率"
            labels={data.bands.map(bandLabel)}
            bars={[
              { name: "其他产品", values: counts.others },
              { name: "本产品", values: counts.own, tone: "gold" },
            ]}
            unit={{ of: "款" }}
          />
        );
      }}
    </Loaded>
  );
}
