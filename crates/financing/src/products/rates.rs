//! 利率分布: how many loans on the shelf begin at which rate, so that an institution sees where its own stands.

use super::{ProductType, shelf};
use jinqiao_db::{Db, shared};
use jinqiao_kernel::{Rate, Result, local_date};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The narrowest band, 0.001 %.
const NARROW: i32 = 500;
/// So many bands are read at a glance.
const MOST: i32 = 10;

/// Of which products.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
pub struct RateFilter {
    /// Only of this type.
    product_type: Option<ProductType>,
}

/// Loans that begin within a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RateBand {
    /// From this rate on, 0.001 % a year.
    from: Rate,
    /// Below this one.
    below: Rate,
    /// How many.
    products: i64,
}

/// The lowest yearly rates of the loans on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RateBands {
    /// How many say a rate.
    products: i64,
    /// The one in the middle, 0.001 % a year; none where there are none.
    median: Option<Rate>,
    /// From the lowest to the highest without a gap, at most eleven.
    bands: Vec<RateBand>,
}

/// Everybody reads the same, counted anew once it is a minute old.
///
/// # Errors
/// When the database fails.
pub async fn bands(db: &Db, filter: RateFilter) -> Result<RateBands> {
    let (conn, today, of) = (db.read(), local_date(db.world().now()), filter.product_type);
    shared(conn, &format!("{of:?}"), async { Ok(banded(&shelf::lowest_rates(conn, today, of).await?)) }).await
}

/// Of rates in rising order, each with how many begin at it.
fn banded(counts: &[(Rate, i64)]) -> RateBands {
    let [Some((first, _)), Some((last, _))] = [counts.first(), counts.last()] else { return RateBands::default() };
    let width = ((last.0 - first.0) / MOST / NARROW + 1) * NARROW;
    let start = first.0.div_euclid(width) * width;
    let mut bands: Vec<_> = (start..=last.0)
        .step_by(usize::try_from(width).unwrap_or(1))
        .map(|from| RateBand { from: Rate(from), below: Rate(from + width), products: 0 })
        .collect();
    for (rate, products) in counts {
        let band = usize::try_from((rate.0 - start) / width).ok().and_then(|place| bands.get_mut(place));
        band.into_iter().for_each(|band| band.products += products);
    }
    let (products, mut passed) = (counts.iter().map(|(_, products)| products).sum(), 0);
    let median = counts.iter().find(|(_, count)| {
        passed += count;
        passed * 2 >= products
    });
    RateBands { products, median: median.map(|(rate, _)| *rate), bands }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(counts: &[(i32, i64)]) -> (i64, Option<i32>, Vec<(i32, i32, i64)>) {
        let counts: Vec<_> = counts.iter().map(|(rate, count)| (Rate(*rate), *count)).collect();
        let RateBands { products, median, bands } = banded(&counts);
        let bands = bands.into_iter().map(|band| (band.from.0, band.below.0, band.products)).collect();
        (products, median.map(|rate| rate.0), bands)
    }

    #[test]
    fn rates_stand_in_bands_of_half_a_percent() {
        assert_eq!(told(&[]), (0, None, vec![]));
        assert_eq!(told(&[(3_450, 1)]), (1, Some(3_450), vec![(3_000, 3_500, 1)]));
        let some = told(&[(3_000, 1), (3_499, 2), (3_500, 1), (4_700, 3)]);
        let bands = vec![(3_000, 3_500, 3), (3_500, 4_000, 1), (4_000, 4_500, 0), (4_500, 5_000, 3)];
        assert_eq!(some, (7, Some(3_500), bands));
    }

    #[test]
    fn far_rates_make_wider_bands_and_not_more_of_them() {
        for last in [3_000, 7_999, 8_000, 8_001, 24_000, 36_000, 100_000] {
            let (products, _, bands) = told(&[(3_000, 2), (last, 1)]);
            assert!((1..=11).contains(&bands.len()), "{last}: {bands:?}");
            assert_eq!((bands.iter().map(|(.., count)| count).sum::<i64>(), products), (3, 3));
        }
    }
}
