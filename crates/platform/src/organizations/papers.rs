//! What a registration is examined by beside its fields: the business licence (营业执照), and an institution's licence to do its
//! business (金融许可证). The files themselves are the concept `files`, further down; here are their ids.

use super::{
    entity::{ActiveModel, Model},
    model::Particulars,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{Checks, FileId, OrgId, OrgKind, Result};
use sea_orm::{ActiveModelTrait as _, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Called within the write of a registration or its correction, about the organisation.
pub const SUBMITTED: &str = "organizations.submitted";

/// Which of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Business licence (营业执照).
    Licence,
    /// Licence to do its business (金融许可证).
    Permit,
}

impl Paper {
    /// The field of the registration that names it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::Permit => "permit",
        }
    }
}

impl Model {
    /// The files that belong to the registration.
    pub fn papers(&self) -> Vec<(Paper, FileId)> {
        let all = [(Paper::Licence, self.licence), (Paper::Permit, self.permit)];
        all.into_iter().filter_map(|(paper, file)| Some((paper, file?))).collect()
    }
}

/// Keeps the file that a licence has become.
///
/// # Errors
/// When the database fails.
pub async fn keep_paper(tx: &Tx, id: OrgId, paper: Paper, file: FileId) -> Result<()> {
    let mut kept = ActiveModel { id: Set(id), ..Default::default() };
    match paper {
        Paper::Licence => kept.licence = Set(Some(file)),
        Paper::Permit => kept.permit = Set(Some(file)),
    }
    kept.update(tx.conn()).await?;
    Ok(())
}

/// Keeps the picture that stands for an organisation; none takes it away.
///
/// # Errors
/// When the database fails.
pub async fn keep_mark(tx: &Tx, id: OrgId, file: Option<FileId>) -> Result<()> {
    ActiveModel { id: Set(id), mark: Set(file), ..Default::default() }.update(tx.conn()).await?;
    Ok(())
}

/// Adds what is missing of a registration that is examined. `known` is the registration that is corrected; files that it has
/// need not be sent again.
pub fn check_papers(kind: OrgKind, new: &Particulars, known: Option<&Model>, checks: &mut Checks) {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    checks.line("legal_person", &text(&new.legal_person), 2..=50).line("address", &text(&new.address), 5..=200);
    let licence = new.licence.or(known.and_then(|known| known.licence));
    checks.that("licence", licence.is_some(), "请上传营业执照");
    let institution = kind == OrgKind::Institution;
    let permit = new.permit.or(known.and_then(|known| known.permit));
    if institution {
        checks.line("permit_no", &text(&new.permit_no), 2..=60).that("permit", permit.is_some(), "请上传金融许可证");
    } else {
        let none = new.permit_no.is_none() && new.permit.is_none();
        checks.that("permit_no", none, "只有金融机构填写许可证");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organizations::InstitutionType;
    use uuid::Uuid;

    fn particulars() -> Particulars {
        Particulars {
            name: "重庆甲有限公司".into(),
            uscc: "91500107MA5UX0011U".into(),
            uscc_confirmed: false,
            institution_type: Some(InstitutionType::Bank),
            legal_person: Some("李明".into()),
            address: Some("重庆市九龙坡区科园一路 1 号".into()),
            licence: Some(FileId(Uuid::nil())),
            permit_no: Some("B0001H250000001".into()),
            permit: Some(FileId(Uuid::nil())),
            contact_name: "王芳".into(),
            mobile: None,
            email: None,
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let missing = |kind, new: &Particulars| {
            let mut checks = Checks::new();
            check_papers(kind, new, None, &mut checks);
            match checks.done() {
                Ok(()) => vec![],
                Err(error) => error.fields().iter().map(|field| field.field.clone()).collect::<Vec<_>>(),
            }
        };
        let whole = particulars();
        assert!(missing(OrgKind::Institution, &whole).is_empty());
        assert_eq!(missing(OrgKind::Enterprise, &whole), ["permit_no"], "a firm has none");
        let firm = Particulars { permit_no: None, permit: None, ..whole.clone() };
        assert!(missing(OrgKind::Enterprise, &firm).is_empty());
        assert_eq!(missing(OrgKind::Institution, &firm), ["permit_no", "permit"]);
        let bare = Particulars { legal_person: None, address: Some("路".into()), licence: None, ..firm };
        assert_eq!(missing(OrgKind::Agency, &bare), ["legal_person", "address", "licence"]);
    }
}
