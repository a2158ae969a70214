//! How near published texts are by their vectors. Only what is kept is looked at; nothing is asked here.

use super::{
    published::sent,
    service,
    store::{self, AT_ONCE},
};
use crate::matching::cache::GenerationalCache;
use jinqiao_db::Reading;
use jinqiao_kernel::Result;
use jinqiao_matching::text::cosine;
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
};

/// Numbers of one generation, two of which are kept in the process: 16 MB each at most, and only where there are vectors.
const NUMBERS: usize = 4_000_000;

/// Vectors by their keys, which say what they are of.
static KNOWN: LazyLock<Mutex<GenerationalCache<String, Arc<[f32]>>>> =
    LazyLock::new(|| Mutex::new(GenerationalCache::new(NUMBERS)));

fn known() -> MutexGuard<'static, GenerationalCache<String, Arc<[f32]>>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The cosine of the vectors of `one` and of each of `many`; none where either has no vector. All are published texts.
pub async fn cosines(conn: &impl Reading, one: &str, many: &[String]) -> Result<Vec<Option<f32>>> {
    let nothing = || vec![None; many.len()];
    let Some((model, generation)) = service::in_use(conn).await?.0 else { return Ok(nothing()) };
    let Some(one) = sent(one).map(|one| store::key(&model, &one)) else { return Ok(nothing()) };
    let Some(vector) = of_keys(conn, generation, std::slice::from_ref(&one)).await?.remove(&one) else {
        return Ok(nothing());
    };
    let keys: Vec<_> = many.iter().map(|text| Some(store::key(&model, &sent(text)?))).collect();
    let asked: Vec<String> = keys.iter().flatten().cloned().collect();
    let found = of_keys(conn, generation, &asked).await?;
    Ok(keys.iter().map(|key| cosine(&vector, found.get(key.as_ref()?)?)).collect())
}

async fn of_keys(conn: &impl Reading, generation: i32, keys: &[String]) -> Result<HashMap<String, Arc<[f32]>>> {
    // What was computed anew under the same keys is another generation.
    let kept_as = |key: &str| format!("{generation} {key}");
    let mut found: HashMap<String, Arc<[f32]>> = {
        let mut known = known();
        keys.iter().filter_map(|key| Some((key.clone(), known.get(&kept_as(key))?))).collect()
    };
    let missing: Vec<String> = keys.iter().filter(|key| !found.contains_key(*key)).cloned().collect();
    for some in missing.chunks(AT_ONCE) {
        for (key, vector) in store::vectors(conn, some).await? {
            let (weight, vector): (_, Arc<[f32]>) = (vector.len(), vector.into());
            known().put(kept_as(&key), vector.clone(), weight);
            found.insert(key, vector);
        }
    }
    Ok(found)
}
