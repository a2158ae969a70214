/** What an institution has on the shelf: its best figures large, then each product with the way to apply. */
import { useQuery } from "@tanstack/react-query";
import { shelfQuery } from "@/api/shelf";
import { bestOf } from "./institution";
import { LoadFailed } from "./LoadFailed";
import { CompareBar } from "./products/CompareBar";
import { ProductCard } from "./products/ProductCard";

/** As many as one page of a list has at most. */
const SIZE = 100;

export function InstitutionOffers({ id }: { id: string }) {
  const query = useQuery(shelfQuery({ institution: id, page: 1, size: SIZE }));
  const { data } = query;
  if (query.isPending) return <div className="institution-wait" />;
  if (query.isError) return <LoadFailed onRetry={query.refetch} />;
  if (!data?.items.length) return null;
  const whole = data.total === data.items.length;
  return (
    <section aria-labelledby="offers-title">
      {whole && (
        <dl className="institution-best">
          {bestOf(data.items).map(({ key, label, text, strong }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd className={strong ? "num product-rate" : "num"}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <h2 id="offers-title">
        在架产品 <small className="num">{data.total} 个</small>
      </h2>
      <ul className="product-list">
        {data.items.map((item) => (
          <ProductCard key={item.id} item={item} />
        ))}
      </ul>
      {(["debt", "equity"] as const).map((kind) => (
        <CompareBar key={kind} kind={kind} />
      ))}
    </section>
  );
}
