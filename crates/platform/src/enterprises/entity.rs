//! Table `enterprises`: what an organisation of kind enterprise says of itself.

use super::{Extras, IndustrySection, OrgType, Origins, Size, TaxGrade, Title, model::LegalPersonId};
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, FileId, KeyedHash, Money, NaiveDate, OrgId, Sealed};
use sea_orm::entity::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

#[expect(missing_docs, reason = "columns; explained at the views")]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "enterprises")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub org_id: OrgId,
    pub version: i32,
    pub org_type: Option<OrgType>,
    pub legal_person: Option<String>,
    pub legal_person_id: Option<Sealed<LegalPersonId>>,
    pub legal_person_id_hash: Option<KeyedHash>,
    pub reg_capital: Option<Money>,
    pub paid_capital: Option<Money>,
    pub founded_on: Option<NaiveDate>,
    pub district: Option<String>,
    pub park: Option<String>,
    pub address: Option<String>,
    pub industry_section: Option<IndustrySection>,
    pub industry_division: Option<String>,
    pub main_business: Option<String>,
    pub staff: Option<i32>,
    pub rd_staff: Option<i32>,
    pub revenue: Option<Money>,
    pub tax_grade: Option<TaxGrade>,
    pub titles: Doc<Vec<Title>>,
    /// As claimed, or as computed from industry, staff, revenue and assets.
    pub size: Option<Size>,
    pub extras: Doc<Extras>,
    pub origins: Doc<Origins>,
    /// What the firm typed for the facts of which a register or a document speaks.
    pub typed: Doc<BTreeMap<String, Value>>,
    pub attachments: Doc<Vec<FileId>>,
    pub updated_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The profile of an enterprise that has not written one yet; version 0.
    pub(super) fn empty(org_id: OrgId) -> Self {
        Self {
            org_id,
            version: 0,
            org_type: None,
            legal_person: None,
            legal_person_id: None,
            legal_person_id_hash: None,
            reg_capital: None,
            paid_capital: None,
            founded_on: None,
            district: None,
            park: None,
            address: None,
            industry_section: None,
            industry_division: None,
            main_business: None,
            staff: None,
            rd_staff: None,
            revenue: None,
            tax_grade: None,
            titles: Doc::default(),
            size: None,
            extras: Doc::default(),
            origins: Doc::default(),
            typed: Doc::default(),
            attachments: Doc::default(),
            updated_at: None,
        }
    }
}
