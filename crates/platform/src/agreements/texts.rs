//! First versions of the texts; later ones are published by the operator.

use super::store::AgreementKind;

/// Title and body of version 1.
pub fn first(kind: AgreementKind) -> (&'static str, &'static str) {
    match kind {
        AgreementKind::Enterprise => ("企业用户服务与保密协议", include_str!("texts/enterprise.txt")),
        AgreementKind::Institution => ("金融机构用户服务与保密协议", include_str!("texts/institution.txt")),
        AgreementKind::Agency => ("中介机构用户服务与保密协议", include_str!("texts/agency.txt")),
        AgreementKind::Government => ("政府用户保密承诺书", include_str!("texts/government.txt")),
        AgreementKind::Operator => ("平台运营人员保密协议", include_str!("texts/operator.txt")),
        AgreementKind::DataAuthorization => ("企业信息授权书", include_str!("texts/data_authorization.txt")),
    }
}
