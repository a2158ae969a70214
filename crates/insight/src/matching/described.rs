//! Products and demands as they are compared. What a version says never changes, so each is read and described once and kept in the
//! process, bounded; an answer asks the database only which versions there are.

use super::{
    cache::GenerationalCache,
    describe::{self, MOST},
    spoken,
    tags::{Labels, Tags},
};
use jinqiao_db::{Reading, kept};
use jinqiao_financing::{
    demands::{self, OnMarket},
    products::{self, FinancingKind, Offered, ProductContent},
    synonyms,
};
use jinqiao_kernel::{DemandId, NaiveDate, OrgId, ProductId, Result};
use jinqiao_matching::{Offer, Wish, text::Synonyms};
use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

/// Products, and demands, of a generation: of both kinds as many as one answer compares.
const KEPT: usize = 4_000;
/// Rows that are read with one statement.
const AT_ONCE: usize = 400;

/// A product in the version on the shelf.
pub struct Product {
    /// Which.
    pub id: ProductId,
    /// Whose.
    pub institution: OrgId,
    /// Its version.
    pub number: i32,
    /// The product with that version.
    pub offered: Offered,
    /// What it asks for and gives.
    pub offer: Offer,
    /// What tags are looked for in.
    pub labels: Labels,
    /// What it says of its purpose.
    pub spoken: String,
}

/// A demand as the market sees it.
pub struct Wanted {
    /// Which, and as what it was read.
    pub seen: OnMarket,
    /// What is wanted, and by whom as far as that is shown.
    pub wish: Wish,
    /// Its tags …
    pub tags: Tags,
    /// … read by these synonyms.
    synonyms: Arc<Synonyms>,
    /// What the money is for.
    pub text: String,
}

/// What is kept of one database, by key.
struct Known<K, V>(Arc<Mutex<GenerationalCache<K, Arc<V>>>>);

impl<K, V> Clone for Known<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Hash + Eq, V> Default for Known<K, V> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(GenerationalCache::new(KEPT))))
    }
}

impl<K: Hash + Eq, V> Known<K, V> {
    fn get(&self, key: &K) -> Option<Arc<V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key)
    }

    fn put(&self, key: K, value: Arc<V>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(key, value, 1);
    }
}

impl Product {
    /// The product as it is compared.
    pub fn new(offered: Offered) -> Self {
        let content = &offered.version.content.0;
        Self {
            id: offered.row.id,
            institution: offered.row.institution_id,
            number: offered.version.number,
            offer: describe::offer(content),
            labels: Labels::of(content),
            spoken: spoken::of_product(content),
            offered,
        }
    }

    /// What its version says.
    pub fn content(&self) -> &ProductContent {
        &self.offered.version.content.0
    }
}

/// The newest products of a kind on the shelf that pay out money.
pub async fn products_of(conn: &impl Reading, kind: FinancingKind, today: NaiveDate) -> Result<Vec<Arc<Product>>> {
    let versions = products::versions_of_kind(conn, kind, today, MOST).await?;
    let known: Known<(ProductId, i32), Product> = kept(conn);
    let mut found: HashMap<_, _> = versions.iter().filter_map(|key| Some((*key, known.get(key)?))).collect();
    let missing: Vec<_> = versions.iter().filter(|key| !found.contains_key(key)).copied().collect();
    for offered in products::in_versions(conn, &missing).await? {
        let product = Arc::new(Product::new(offered));
        let key = (product.id, product.number);
        // What a write reads may be rolled back, and another version get its number.
        if !conn.is_write() {
            known.put(key, product.clone());
        }
        found.insert(key, product);
    }
    Ok(versions.iter().filter_map(|key| found.remove(key)).collect())
}

/// The demands `seen` on the market.
pub async fn demands_of(conn: &impl Reading, seen: Vec<OnMarket>) -> Result<Vec<Arc<Wanted>>> {
    let synonyms = synonyms::in_force(conn).await?;
    let known: Known<DemandId, Wanted> = kept(conn);
    let same = |one: &OnMarket| {
        let wanted = known.get(&one.id)?;
        let same = wanted.seen.version == one.version && wanted.seen.masked == one.masked;
        (same && Arc::ptr_eq(&wanted.synonyms, &synonyms)).then_some(wanted)
    };
    let mut found: HashMap<_, _> = seen.iter().filter_map(|one| Some((one.id, same(one)?))).collect();
    let missing: Vec<_> = seen.iter().filter(|one| !found.contains_key(&one.id)).collect();
    for some in missing.chunks(AT_ONCE) {
        let mut rows = demands::by_ids(conn, some.iter().map(|one| one.id)).await?;
        for one in some {
            let Some(row) = rows.remove(&one.id) else { continue };
            let wish = describe::masked(&row, &demands::draft_of(&row));
            let wanted = Arc::new(Wanted {
                seen: OnMarket { version: row.version, masked: row.masked.map(|masked| masked.0), ..(*one).clone() },
                tags: Tags::of(&wish.tags, &synonyms),
                synonyms: synonyms.clone(),
                text: row.public_text.unwrap_or_default(),
                wish,
            });
            if !conn.is_write() {
                known.put(one.id, wanted.clone());
            }
            found.insert(one.id, wanted);
        }
    }
    Ok(seen.iter().filter_map(|one| found.remove(&one.id)).collect())
}
