//! The tokens of a PDF (ISO 32000-1, 7.2), read from any place in the file: as little is believed of the file's own
//! structure as possible.

use std::borrow::Cow;

/// As much of a string as is kept: enough for the scheme of an address.
const KEPT: usize = 64;

/// What stands next.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// A name without its slash, escapes resolved.
    Name(Cow<'a, [u8]>),
    /// The beginning of a string, escapes resolved.
    Text(Vec<u8>),
    /// `<<`.
    DictStart,
    /// `>>`.
    DictEnd,
    /// `[`.
    ArrayStart,
    /// `]`.
    ArrayEnd,
    /// A whole number.
    Number(u64),
    /// Any other word, such as `R`, `stream` or a number with a point.
    Word(&'a [u8]),
}

/// Reads tokens of `bytes` from `at` on.
pub struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

fn white(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

impl<'a> Lexer<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if white(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(|byte| !white(byte) && !delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[from..self.at]
    }

    fn name(&mut self) -> Token<'a> {
        let raw = self.word();
        if !raw.contains(&b'#') {
            return Token::Name(Cow::Borrowed(raw));
        }
        let (mut name, mut at) = (Vec::with_capacity(raw.len()), 0);
        while at < raw.len() {
            let digits = (raw[at] == b'#').then(|| raw.get(at + 1..at + 3)).flatten();
            match digits.and_then(|pair| Some(hex(pair[0])? << 4 | hex(pair[1])?)) {
                Some(byte) => {
                    name.push(byte);
                    at += 3;
                }
                None => {
                    name.push(raw[at]);
                    at += 1;
                }
            }
        }
        Token::Name(Cow::Owned(name))
    }

    fn text(&mut self) -> Token<'a> {
        let (mut text, mut depth) = (vec![], 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            let byte = match byte {
                b'\\' => match self.escaped() {
                    Some(byte) => byte,
                    None => continue,
                },
                b'(' => {
                    depth += 1;
                    byte
                }
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                    byte
                }
                _ => byte,
            };
            // Blanks in front would push what an address begins with out of what is kept.
            if text.len() < KEPT && (byte.is_ascii_graphic() || !text.is_empty()) {
                text.push(byte);
            }
        }
        Token::Text(text)
    }

    /// What stands for itself or for a byte after a backslash; none for the end of a line.
    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'\r' | b'\n' => None,
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    value = value * 8 + u32::from(digit - b'0');
                }
                Some(value.to_le_bytes()[0])
            }
            _ => Some(byte),
        }
    }

    fn hex_text(&mut self) -> Token<'a> {
        let (mut text, mut half) = (vec![], None::<u8>);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            match half.take() {
                Some(high) if text.is_empty() && !(high << 4 | digit).is_ascii_graphic() => {}
                Some(high) if text.len() < KEPT => text.push(high << 4 | digit),
                Some(_) => {}
                None => half = Some(digit),
            }
        }
        Token::Text(text)
    }

    /// The next token; none at the end.
    pub fn next(&mut self) -> Option<Token<'a>> {
        self.skip_blank();
        let byte = self.peek()?;
        let double = self.bytes.get(self.at + 1) == Some(&byte);
        if !delimiter(byte) {
            let word = self.word();
            let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
            return Some(number.map_or(Token::Word(word), Token::Number));
        }
        self.at += 1;
        Some(match byte {
            b'/' => self.name(),
            b'(' => self.text(),
            b'[' => Token::ArrayStart,
            b']' => Token::ArrayEnd,
            b'<' if double => {
                self.at += 1;
                Token::DictStart
            }
            b'>' if double => {
                self.at += 1;
                Token::DictEnd
            }
            b'<' => self.hex_text(),
            _ => Token::Word(&self.bytes[self.at - 1..self.at]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        let mut lexer = Lexer { bytes: b"<</S#2fx/J#53 (a\\(\\152(b))<4a5>[12 -1.5 R]>>%x\nnull", at: 0 };
        let name = |text: &'static [u8]| Token::Name(Cow::Borrowed(text));
        for want in [
            Token::DictStart,
            name(b"S/x"),
            name(b"JS"),
            Token::Text(b"a(j(b)".to_vec()),
            Token::Text(b"J".to_vec()),
            Token::ArrayStart,
            Token::Number(12),
            Token::Word(b"-1.5"),
            Token::Word(b"R"),
            Token::ArrayEnd,
            Token::DictEnd,
            Token::Word(b"null"),
        ] {
            assert_eq!(lexer.next(), Some(want));
        }
        assert_eq!(lexer.next(), None);
    }
}
