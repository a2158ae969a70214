//! What is wrong with a definition (a catalogue, a condition, a standard, a form): where, as a stable code, and in a sentence.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_path_to_error::Segment;

/// Bytes of a definition, and of the values of a form.
pub const MOST_BYTES: usize = 256 * 1024;
/// Faults that are told at once; whoever has more mends these first.
pub const MOST_FAULTS: usize = 200;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFaultCode))]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// Not of the shape that is read here.
    Malformed,
    /// Something has to stand here.
    Empty,
    /// A code or name with letters that it may not have.
    BadName,
    /// A code or name that stands elsewhere already.
    Taken,
    /// No such field, block or figure.
    UnknownField,
    /// An operator that the type doesn't have.
    WrongOperator,
    /// A field or block whose type can't be used here.
    WrongKind,
    /// A value of another type than the field's.
    WrongValue,
    /// A value, length or number beyond what may be.
    OutOfRange,
    /// The end lies before the beginning, the cap below the floor.
    WrongOrder,
    /// A text longer than may be.
    TooLong,
    /// More parts than may be.
    TooMany,
    /// More groups within one another than may be.
    TooDeep,
    /// A formula that can't be read.
    BadFormula,
    /// Blocks that depend on one another in a circle.
    Circle,
    /// Something that has no sense here, such as a required heading.
    NotApplicable,
}

/// A fault of a definition at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFault))]
pub struct Fault {
    /// Where in the definition, as a JSON pointer: `/all/1/test/value`.
    pub path: String,
    /// What is wrong.
    pub code: FaultCode,
    /// The same in a Chinese sentence.
    pub text: String,
}

/// Faults as they are found, at most [`MOST_FAULTS`].
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, path: impl Into<String>, code: FaultCode, text: impl Into<String>) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(Fault { path: path.into(), code, text: text.into() });
        }
    }

    /// A text that may not be longer than `most` characters.
    pub(crate) fn text(&mut self, path: impl Into<String>, text: &str, most: usize) {
        if text.chars().nth(most).is_some() {
            self.add(path, FaultCode::TooLong, format!("文字不超过 {most} 个字"));
        }
    }

    /// A text that has to be there as well.
    pub(crate) fn label(&mut self, path: impl Into<String>, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.add(path, FaultCode::Empty, "请填写名称或文字");
        } else {
            self.text(path, text, most);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn append(&mut self, faults: Vec<Fault>, below: &str) {
        for fault in faults {
            self.add(format!("{below}{}", fault.path), fault.code, fault.text);
        }
    }

    /// `made`, if nothing was found.
    pub(crate) fn none_or<T>(self, made: Option<T>) -> Result<T, Vec<Fault>> {
        match made {
            Some(made) if self.0.is_empty() => Ok(made),
            _ => Err(self.0),
        }
    }
}

/// A name that conditions and formulas can use: small letters, digits and single low lines, beginning with a letter.
pub(crate) fn is_name(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= 60 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('_').all(part)
}

/// Words of the sheet language, which name nothing else.
pub(crate) fn is_reserved(name: &str) -> bool {
    ["min", "max", "if", "and", "or", "not"].contains(&name)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } | Segment::Enum { variant: key } => format!("/{key}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// Reads a definition from JSON; what is not of its shape is refused with its place.
///
/// # Errors
/// One fault: longer than [`MOST_BYTES`], or the first thing that can't be read.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Fault>> {
    let fault = |path, code, text| vec![Fault { path, code, text }];
    if text.len() > MOST_BYTES {
        let text = format!("定义过长，不能超过 {} KB", MOST_BYTES / 1024);
        return Err(fault(String::new(), FaultCode::TooLong, text));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let message = error.inner().to_string();
        let named = message.split('`').nth(1).unwrap_or_default();
        let text = if message.starts_with("unknown field") || message.starts_with("unknown variant") {
            format!("不能识别“{named}”")
        } else if message.starts_with("missing field") {
            format!("缺少“{named}”")
        } else {
            "此处的格式有误，不能识别".to_owned()
        };
        fault(pointer(error.path()), FaultCode::Malformed, text)
    })?;
    reader.end().map_err(|_| fault(String::new(), FaultCode::Malformed, "定义之后还有多余的内容".to_owned()))?;
    Ok(read)
}
