/** Demands by industry section and amount band, with totals. */
import type { Schema } from "@/api/types";
import { AMOUNT_BAND } from "@/labels/finance";
import { SECTION } from "@/labels/industries";
import { countApart } from "@/lib/apart";
import { formatCount, MISSING } from "@/lib/money";
import { ScrollRegion } from "@/lib/ScrollRegion";
import { sectionCounts } from "./sectionCounts";

const BANDS = Object.keys(AMOUNT_BAND) as Schema<"AmountBand">[];

type Props = {
  groups: Schema<"MarketGroup">[];
  /** Demands of kinds that too few firms look for. */
  others: number;
};

export function SectionTable({ groups, others }: Props) {
  const { sum, sections } = sectionCounts(groups);
  return (
    <ScrollRegion className="table-scroll" label="行业与金额分布">
      <table className="data-table">
        <caption className="visually-hidden">各行业在各金额区间的需求数量</caption>
        <thead>
          <tr>
            <th scope="col">行业门类</th>
            {BANDS.map((band) => (
              <th scope="col" key={band} className="numeric">
                {AMOUNT_BAND[band]}
              </th>
            ))}
            <th scope="col" className="numeric">
              合计
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section}>
              <th scope="row">{SECTION[section]}</th>
              {BANDS.map((band) => (
                <td key={band} className="numeric">
                  {countApart(sum(section, band), others)}
                </td>
              ))}
              <td className="numeric">
                <strong>{countApart(sum(section), others)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {others > 0 && (
            <tr>
              <th scope="row">同类企业较少，不分类</th>
              {BANDS.map((band) => (
                <td key={band} className="numeric">
                  {MISSING}
                </td>
              ))}
              <td className="numeric">{formatCount(others)}</td>
            </tr>
          )}
          <tr>
            <th scope="row">合计</th>
            {BANDS.map((band) => (
              <td key={band} className="numeric">
                {countApart(sum(undefined, band), others)}
              </td>
            ))}
            <td className="numeric">
              <strong>{formatCount(sum() + others)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
