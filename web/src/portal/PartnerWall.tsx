/** The certified institutions whose products are on the shelf, each with the way to its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { shelfInstitutionsQuery } from "@/api/shelf";
import { paths } from "@/app/paths";
import { textOf } from "@/labels/label";
import { INSTITUTION_TYPE } from "@/labels/organizations";
import { BrandMark } from "./BrandMark";
import "./partners.css";

/** So many stand on the home page; all others are found by their products. */
const MOST = 12;

export function PartnerWall() {
  const { data } = useQuery(shelfInstitutionsQuery);
  // Below everything that reads: nothing moves when there is none.
  if (!data?.length) return null;
  const shown = [...data].sort((a, b) => b.products - a.products).slice(0, MOST);
  return (
    <section className="home-section" aria-labelledby="partners-title">
      <div className="section-head">
        <h2 id="partners-title">合作机构</h2>
        <p>均已通过平台认证，并有产品上架</p>
      </div>
      <ul className="partners">
        {shown.map((one) => (
          <li key={one.id}>
            <Link to={paths.institutionCard(one.id)}>
              <BrandMark of={one} />
              <span>
                <strong>{one.name}</strong>
                <small>
                  {[textOf(INSTITUTION_TYPE, one.institution_type), `${one.products} 个产品`]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
