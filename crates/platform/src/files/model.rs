//! Kinds of files that are taken, and the life of one.

use chrono::TimeDelta;
use jinqiao_kernel::{DateTime, Error, FileId, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A form may stay open for a day before its files are gone.
pub const KEPT: TimeDelta = TimeDelta::hours(24);
/// No upload is being stored for so long: its server died over it.
pub const STUCK: TimeDelta = TimeDelta::minutes(10);

/// What a file is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Portable document.
    Pdf,
    /// Image.
    Png,
    /// Image.
    Jpg,
    /// Word document.
    Docx,
    /// Excel sheet.
    Xlsx,
    /// PowerPoint slides.
    Pptx,
}

impl FileKind {
    /// The kind that an extension (lower-case) claims.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "pdf" => Some(Self::Pdf),
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpg),
            "docx" => Some(Self::Docx),
            "xlsx" => Some(Self::Xlsx),
            "pptx" => Some(Self::Pptx),
            _ => None,
        }
    }

    /// The extension of a file of this kind.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpg => "jpg",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
        }
    }

    /// Is it an archive of parts?
    pub fn is_archive(self) -> bool {
        matches!(self, Self::Docx | Self::Xlsx | Self::Pptx)
    }

    /// Is it a picture?
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpg)
    }

    /// Its media type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        }
    }
}

/// Where a file is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// Its bytes are being stored; a crash leaves it here.
    Storing,
    /// Stored, not attached to anything yet.
    Uploaded,
    /// Part of a record.
    Attached,
    /// Taken out of its record again.
    Released,
    /// About to be removed; nothing can attach it any more.
    Purging,
}

fn refused() -> Error {
    Error::conflict("files.wrong_state", "该附件已被使用或已失效")
}

impl FileState {
    /// The bytes are safe on disk.
    ///
    /// # Errors
    /// `files.wrong_state`.
    pub fn stored(self) -> Result<Self> {
        if self == Self::Storing { Ok(Self::Uploaded) } else { Err(refused()) }
    }

    /// Becomes part of a record.
    ///
    /// # Errors
    /// `files.wrong_state`.
    pub fn attach(self) -> Result<Self> {
        if self == Self::Uploaded { Ok(Self::Attached) } else { Err(refused()) }
    }

    /// Is taken out of its record.
    ///
    /// # Errors
    /// `files.wrong_state`.
    pub fn release(self) -> Result<Self> {
        match self {
            Self::Uploaded | Self::Attached => Ok(Self::Released),
            _ => Err(refused()),
        }
    }

    /// Is removed for good.
    ///
    /// # Errors
    /// `files.wrong_state` while a record needs it.
    pub fn purge(self) -> Result<Self> {
        if self == Self::Attached { Err(refused()) } else { Ok(Self::Purging) }
    }

    /// Can it be read?
    pub fn readable(self) -> bool {
        matches!(self, Self::Uploaded | Self::Attached)
    }
}

/// A file as it is listed: enough to name it and to fetch it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileInfo {
    /// Its id.
    pub id: FileId,
    /// Name, cleaned.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// When it was uploaded.
    pub created_at: DateTime,
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "File (附件)",
    transitions: || {
        transitions_of(
            FileState::iter(),
            &[
                ("stored", FileState::stored),
                ("attach", FileState::attach),
                ("release", FileState::release),
                ("purge", FileState::purge),
            ],
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;
    use FileState::{Attached, Purging, Released, Storing, Uploaded};

    #[test]
    fn every_state_and_every_step() {
        let table = [
            (Storing, Some(Uploaded), None, None, Some(Purging)),
            (Uploaded, None, Some(Attached), Some(Released), Some(Purging)),
            (Attached, None, None, Some(Released), None),
            (Released, None, None, None, Some(Purging)),
            (Purging, None, None, None, Some(Purging)),
        ];
        for (state, stored, attach, release, purge) in table {
            assert_eq!(state.stored().ok(), stored, "{state:?}");
            assert_eq!(state.attach().ok(), attach, "{state:?}");
            assert_eq!(state.release().ok(), release, "{state:?}");
            assert_eq!(state.purge().ok(), purge, "{state:?}");
            assert_eq!(state.readable(), matches!(state, Uploaded | Attached));
        }
    }
}
