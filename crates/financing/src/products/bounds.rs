//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[PRODUCTS];

/// Products that are not archived.
pub const PRODUCTS: Bound =
    Bound { name: "products", most: 300, what: "未归档的金融产品", cure: "请先归档不再使用的产品" };
