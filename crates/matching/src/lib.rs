//! The matching engine (智能匹配): text, network, clusters, rules and ranking, as pure functions without database or web
//! server. The concept `matching` will call it in both directions: products for a demand, demands for a product.
//! Nothing is here yet; the engine arrives with its evaluation programs.
