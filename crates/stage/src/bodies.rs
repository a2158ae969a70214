//! What stories send: offers, decisions, payments, demands, profiles.

use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};

/// An institution uses the number of a voucher once.
static VOUCHERS: AtomicUsize = AtomicUsize::new(1);

/// An offer of so many times 10,000 yuan.
pub fn offer(wan: i64) -> Value {
    json!({"amount": wan * 1_000_000, "rate": 3_850, "term_months": 12, "fees": [], "repayment": "interest_first",
        "guarantee": "credit", "conditions": null, "valid_until": "2027-03-20", "note": "可当日上门"})
}

/// A firm's confirmation with its consent.
pub fn confirm() -> Value {
    json!({"scopes": ["identity", "contact", "business", "finance"], "authorization_version": 1})
}

/// An approval of so many times 10,000 yuan.
pub fn decision(wan: i64) -> Value {
    json!({"amount": wan * 1_000_000, "rate": 3_800, "term_months": 12, "fees": [], "repayment": "interest_first",
        "guarantee": "credit", "conditions": null, "valid_until": "2026-12-31"})
}

/// The acceptance of [`decision`].
pub fn accept() -> Value {
    json!({"complete": false, "annual_cost": 3_800})
}

/// A payment of so many times 10,000 yuan.
pub fn disbursement(wan: i64) -> Value {
    let number = VOUCHERS.fetch_add(1, Ordering::Relaxed);
    json!({"paid_on": "2026-11-23", "amount": wan * 1_000_000, "rate": 3_800, "term_months": 12, "fees": [],
        "repayment": "interest_first", "guarantee": "credit", "contract_no": "HT20261120001", "contract_on": "2026-11-20",
        "voucher_no": format!("FK{number:08}"), "guarantor": null, "first_loan": false})
}

/// A loan demand of so many times 10,000 yuan.
pub fn demand(wan: i64) -> Value {
    json!({"amount": wan * 1_000_000, "term_months": 12, "need_by": null, "use_kind": "working_capital",
        "use_text": "采购原材料，用于交付已经签订的订单", "guarantees": ["credit"], "collateral": null, "rate_max": 4_500,
        "repayments": ["interest_first"], "first_loan": true, "repayment_source": "产品销售回款", "accept_partial": true,
        "tags": ["订单稳定"]})
}

/// A profile that is complete enough for every demand.
pub fn profile() -> Value {
    json!({"org_type": "limited", "legal_person": "赵六", "legal_person_id": "11010519491231002X", "legal_person_consent": 1,
        "reg_capital": 1_000_000_000, "paid_capital": 500_000_000, "founded_on": "2016-05-18", "district": "高新区",
        "park": "金凤园区", "address": "科技大道 1 号", "industry_section": "c", "industry_division": "35",
        "main_business": "专用设备制造", "staff": 86, "rd_staff": 30, "revenue": 4_000_000_000_i64, "tax_grade": "a",
        "titles": ["high_tech"]})
}

/// An equity demand of so many times 10,000 yuan.
pub fn equity_demand(wan: i64) -> Value {
    json!({"kind": "equity", "amount": wan * 1_000_000, "use_kind": "rnd", "use_text": "新一代产品研发和中试线建设",
        "round": "a", "valuation": wan * 4_000_000, "share_bp": 2_000, "highlights": "核心部件实现国产替代，已获三家头部客户定点",
        "team": "创始团队来自行业龙头，平均从业十二年", "accept_partial": true, "tags": ["国产替代"]})
}
