//! Reading and writing the profile.

use super::{
    completeness,
    entity::{ActiveModel, Column, Entity, Model},
    profile::{ProfileIn, ProfileView},
    store::{self, LegalPersonId},
};
use crate::organizations::{self, ContactChange};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Error, OrgId, Result, Vault, local_date, mask_id_number};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The own profile as the enterprise sees it.
pub(super) async fn view(db: &Db, vault: &Vault, org: OrgId) -> Result<ProfileView> {
    let row = store::of_org(db.read(), org).await?;
    let org = organizations::by_id(db.read(), org).await?;
    let (percent, missing) = completeness(&row);
    let legal_person_id = row.legal_person_id.as_ref().map(|sealed| vault.open(sealed)).transpose()?;
    Ok(ProfileView {
        version: row.version,
        mobile_masked: org.mobile_masked(vault)?,
        name: org.name,
        uscc: org.uscc.unwrap_or_default(),
        completeness: percent,
        missing: missing.into_iter().map(str::to_owned).collect(),
        updated_at: row.updated_at,
        org_type: row.org_type,
        legal_person: row.legal_person,
        legal_person_id_masked: legal_person_id.map(|number| mask_id_number(&number)),
        contact_name: org.contact_name,
        email: org.email,
        reg_capital: row.reg_capital,
        paid_capital: row.paid_capital,
        founded_on: row.founded_on,
        district: row.district,
        park: row.park,
        address: row.address,
        industry_section: row.industry_section,
        industry_division: row.industry_division,
        main_business: row.main_business,
        staff: row.staff,
        rd_staff: row.rd_staff,
        revenue: row.revenue,
        tax_grade: row.tax_grade,
        titles: row.titles.0,
    })
}

/// Writes the own profile.
///
/// # Errors
/// `validation`; `conflict.stale` when somebody else wrote it meanwhile.
pub async fn save_profile(db: &Db, vault: &Vault, actor: &Actor, input: &ProfileIn) -> Result<()> {
    input.check(local_date(db.world().now()))?;
    let number = input.legal_person_id.as_deref().map(str::to_uppercase);
    let number = number.map(|n| (vault.seal::<LegalPersonId>(db.world(), &n), vault.lookup::<LegalPersonId>(&n)));
    let contact = ContactChange::sealed(
        vault,
        db.world(),
        input.contact_name.as_deref(),
        input.mobile.as_deref(),
        input.email.as_deref(),
    );
    let (number, contact) = (&number, &contact);
    db.write(Intent::by(actor, "enterprises.save_profile").on(actor.org), |tx| async move {
        organizations::change_contact(&tx, actor.org, contact).await?;
        let known = store::of_org(tx.conn(), actor.org).await?;
        let mut row = changed(&known, input);
        row.updated_at = Set(Some(tx.now()));
        if let Some((sealed, hash)) = number {
            row.legal_person_id = Set(Some(sealed.clone()));
            row.legal_person_id_hash = Set(Some(hash.clone()));
        }
        store_row(&tx, row, &known, input.version).await
    })
    .await
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn changed(known: &Model, input: &ProfileIn) -> ActiveModel {
    let mut row = known.clone().into_active_model().reset_all();
    row.version = Set(known.version + 1);
    row.org_type = Set(input.org_type);
    row.legal_person = Set(filled(&input.legal_person));
    row.reg_capital = Set(input.reg_capital);
    row.paid_capital = Set(input.paid_capital);
    row.founded_on = Set(input.founded_on);
    row.district = Set(filled(&input.district));
    row.park = Set(filled(&input.park));
    row.address = Set(filled(&input.address));
    row.industry_section = Set(input.industry_section);
    row.industry_division = Set(filled(&input.industry_division));
    row.main_business = Set(filled(&input.main_business));
    row.staff = Set(input.staff);
    row.rd_staff = Set(input.rd_staff);
    row.revenue = Set(input.revenue);
    row.tax_grade = Set(input.tax_grade);
    row.titles = Set(Doc(input.titles.clone()));
    row
}

/// The organisation's row is locked by the caller, so two first profiles cannot clash.
async fn store_row(tx: &Tx, row: ActiveModel, known: &Model, version: i32) -> Result<()> {
    if known.version != version {
        return Err(Error::stale());
    }
    if version == 0 {
        Entity::insert(row).exec_without_returning(tx.conn()).await?;
        return Ok(());
    }
    let own = Entity::update_many().set(row).filter(Column::OrgId.eq(known.org_id));
    own.filter(Column::Version.eq(version)).exec(tx.conn()).await?;
    Ok(())
}

/// An enterprise in the words of a reviewer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EnterpriseSummary {
    id: OrgId,
    name: String,
    uscc: String,
    contact_name: String,
    mobile_masked: String,
    completeness: u32,
    industry_section: Option<super::IndustrySection>,
    industry_division: Option<String>,
    main_business: Option<String>,
    founded_on: Option<jinqiao_kernel::NaiveDate>,
    staff: Option<i32>,
    revenue: Option<jinqiao_kernel::Money>,
    district: Option<String>,
    park: Option<String>,
    address: Option<String>,
    email: Option<String>,
    org_type: Option<super::OrgType>,
    legal_person: Option<String>,
    reg_capital: Option<jinqiao_kernel::Money>,
    rd_staff: Option<i32>,
    tax_grade: Option<super::TaxGrade>,
    titles: Vec<super::Title>,
}

/// The enterprise as the operator sees it beside what is reviewed.
///
/// # Errors
/// `not_found`.
pub async fn summary(db: &Db, vault: &Vault, org: OrgId) -> Result<EnterpriseSummary> {
    let row = store::of_org(db.read(), org).await?;
    let org = organizations::by_id(db.read(), org).await?;
    Ok(EnterpriseSummary {
        completeness: completeness(&row).0,
        mobile_masked: org.mobile_masked(vault)?,
        id: org.id,
        name: org.name,
        uscc: org.uscc.unwrap_or_default(),
        contact_name: org.contact_name,
        industry_section: row.industry_section,
        industry_division: row.industry_division,
        main_business: row.main_business,
        founded_on: row.founded_on,
        staff: row.staff,
        revenue: row.revenue,
        district: row.district,
        park: row.park,
        address: row.address,
        email: org.email,
        org_type: row.org_type,
        legal_person: row.legal_person,
        reg_capital: row.reg_capital,
        rd_staff: row.rd_staff,
        tax_grade: row.tax_grade,
        titles: row.titles.0,
    })
}
