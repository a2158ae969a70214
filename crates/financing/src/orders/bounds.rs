//! How much an organisation can keep of this concept.

use jinqiao_platform::organizations::Bound;

/// All of them.
pub const BOUNDS: &[Bound] = &[MATERIAL_REQUESTS];

/// Requests for materials on one order.
pub const MATERIAL_REQUESTS: Bound =
    Bound {
        name: "material_requests", most: 20, what: "同一对接单的补充材料请求", cure: "请通过电话等方式与企业沟通"
    };
