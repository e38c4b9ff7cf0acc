//! Text with delimiters, in whatever encoding and with whatever delimiter a spreadsheet wrote it.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use guanxi_domain::{Error, Result, transfer::Cell};

use super::Grid;

pub(super) fn read(bytes: &[u8], max_rows: usize) -> Result<Grid> {
    let (encoding, bytes) = encoding_of(bytes);
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    if wrong || text.contains('\0') {
        return Err(Error::malformed("the file is neither a workbook nor text in UTF-8 or GB18030"));
    }
    // Spreadsheets put the delimiter into the first line.
    let (given, skipped, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((given, rest)) => (given.trim().bytes().next(), 1, rest),
        None => (None, 0, &*text),
    };
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(given.unwrap_or_else(|| delimiter(text)))
        .from_reader(text.as_bytes());
    let mut grid = Grid::new(max_rows);
    let mut record = ::csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| Error::malformed("the file cannot be read as CSV"))? {
        let row = skipped + record.position().map_or(0, |at| line_of(text, at));
        for (column, field) in (0_u32..).zip(&record) {
            let cell = Cell::text(field);
            if !cell.is_empty() {
                grid.put(row, column, cell)?;
            }
        }
    }
    Ok(grid)
}

/// The line that a record stands on, counted from 0: blank lines before it belong to none.
fn line_of(text: &str, at: &::csv::Position) -> u32 {
    let start = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let blank =
        text.as_bytes().get(start..).into_iter().flatten().copied().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let line = at.line().saturating_sub(1).saturating_add(blank.filter(|byte| *byte == b'\n').map(|_| 1).sum());
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// UTF-8 where it is valid, else what Chinese spreadsheets write; a mark at the beginning says it for sure.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (UTF_8, rest),
        [0xff, 0xfe, rest @ ..] => (UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (UTF_16BE, rest),
        _ if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        _ => (GB18030, bytes),
    }
}

/// The character that parts the first lines most evenly.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(10).collect();
    let outside_quotes = |line: &str, wanted: u8| {
        let mut quoted = false;
        let count = |byte: u8| {
            quoted ^= byte == b'"';
            !quoted && byte == wanted
        };
        line.bytes().map(count).filter(|counts| *counts).count()
    };
    let score = |wanted: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, wanted)).collect();
        let usual = counts.iter().copied().max_by_key(|count| counts.iter().filter(|other| *other == count).count());
        let usual = usual.unwrap_or(0);
        usual * counts.iter().filter(|count| **count == usual).count()
    };
    // Of equals the last wins, so the commonest stands last.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|wanted| score(*wanted)).unwrap_or(b',')
}
