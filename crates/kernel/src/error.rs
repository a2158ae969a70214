//! The one error of the platform, free of transport. `jinqiao-http` turns it into problem+json.

use std::{borrow::Cow, fmt};

/// What can go wrong, in the few kinds that a caller can act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The request cannot be read at all.
    Malformed,
    /// Read, but values break a rule; `fields` names them.
    Invalid,
    /// No valid session.
    Unauthenticated,
    /// Visible, but not for this actor to do.
    Forbidden,
    /// Absent, or invisible to this actor.
    NotFound,
    /// Wrong state or version, or already taken.
    Conflict,
    /// Body over the limit.
    TooLarge,
    /// Not JSON where JSON is wanted.
    UnsupportedMedia,
    /// Method not served on this path.
    Method,
    /// Tried too often; wait.
    TooMany,
    /// An outside service or the database is not available now.
    Unavailable,
    /// There is no room left to keep what was sent.
    NoSpace,
    /// A fault of ours; the context is logged, never shown.
    Internal,
}

/// A rule broken by one field of the input.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Path of the field, such as `fees[1].amount`.
    pub field: String,
    /// What is wrong and what is allowed, in Chinese.
    pub message: String,
}

/// Codes of the errors that are made here, sorted.
pub const CODES: &[&str] = &[
    "auth.forbidden",
    "auth.required",
    "conflict.stale",
    "internal",
    "not_found",
    "storage.full",
    "unavailable",
    "validation",
];

struct Inner {
    kind: Kind,
    code: &'static str,
    message: Cow<'static, str>,
    fields: Vec<FieldError>,
    retry_after: Option<u32>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Kind, stable code, public message in Chinese, fields, and a private cause for the log.
pub struct Error(Box<Inner>);

/// Result with the platform's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error with a stable `code` such as `orders.already_grabbed` and a public `message`.
    pub fn new(kind: Kind, code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        let message = message.into();
        Self(Box::new(Inner { kind, code, message, fields: vec![], retry_after: None, source: None }))
    }

    /// Wrong state, wrong version, or taken by another.
    pub fn conflict(code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Conflict, code, message)
    }

    /// Somebody else changed the record since it was read.
    pub fn stale() -> Self {
        Self::conflict("conflict.stale", "内容已被更新，请刷新后再试")
    }

    /// Absent or invisible: the two look alike on purpose.
    pub fn not_found() -> Self {
        Self::new(Kind::NotFound, "not_found", "没有找到您要的内容，它可能已被移除，或您无权查看")
    }

    /// Visible, but not allowed.
    pub fn forbidden(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Kind::Forbidden, "auth.forbidden", message)
    }

    /// Not logged in.
    pub fn unauthenticated() -> Self {
        Self::new(Kind::Unauthenticated, "auth.required", "请先登录")
    }

    /// Input that breaks rules, with the fields that do.
    pub fn invalid(fields: Vec<FieldError>) -> Self {
        let mut error = Self::new(Kind::Invalid, "validation", "提交的内容有误，请按提示修改");
        error.0.fields = fields;
        error
    }

    /// Input whose one `field` breaks a rule.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self::invalid(vec![FieldError { field: field.into(), message: message.into() }])
    }

    /// A fault of ours: `cause` goes to the log only.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        let mut error = Self::new(Kind::Internal, "internal", "系统出现问题，请稍后再试");
        error.0.source = Some(cause.into());
        error
    }

    /// Nothing more can be kept at the moment.
    pub fn no_space() -> Self {
        let message = "平台存储空间不足，本次内容没有保存，请稍后再试或联系平台";
        Self::new(Kind::NoSpace, "storage.full", message).retry_after(60)
    }

    /// The database, or another part that is needed, does not answer at the moment.
    pub fn unavailable() -> Self {
        let message = "系统繁忙或正在恢复，本次操作没有完成，请稍后再试";
        Self::new(Kind::Unavailable, "unavailable", message).retry_after(5)
    }

    /// The same error with the fields that caused it.
    #[must_use]
    pub fn with_fields(mut self, fields: Vec<FieldError>) -> Self {
        self.0.fields = fields;
        self
    }

    /// The same error, with the seconds after which another try makes sense.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// The same error, with a private `cause` for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(cause.into());
        self
    }

    /// Kind.
    pub fn kind(&self) -> Kind {
        self.0.kind
    }

    /// Stable code for programs.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// Public message for people.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// Seconds after which another try makes sense, if that is known.
    pub fn retry_after_seconds(&self) -> Option<u32> {
        self.0.retry_after
    }

    /// Fields that broke a rule.
    pub fn fields(&self) -> &[FieldError] {
        &self.0.fields
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self} {:?} {:?}", self.0.fields, self.0.source)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source.as_deref().map(|cause| cause as _)
    }
}

impl From<std::io::Error> for Error {
    /// No room left is told as such: the sender can do something about it, or at least knows that nothing was kept.
    fn from(cause: std::io::Error) -> Self {
        use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match cause.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::no_space().caused_by(cause),
            _ => Self::internal(cause),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal(cause)
    }
}
