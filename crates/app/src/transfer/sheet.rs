//! Reading sheets as people send them: XLSX and CSV, headers over one or two rows, titles above, blanks between.

use std::collections::{BTreeMap, HashSet};

use calamine::Dimensions;
use guanxi_domain::{
    Code, Error, FieldCode, Result,
    error::FieldError,
    transfer::{Cell, mapping::JOINT},
};

mod csv;
mod workbook;

const MAX_COLUMNS: u32 = 300;
const MAX_TEXT: usize = 120 << 20;
/// The longest text that a spreadsheet keeps in a cell.
const MAX_CELL: usize = 32_767 * 4;
/// Titles and remarks may stand above the header, but not many.
const MAX_ABOVE: usize = 20;
const MAX_HEADER_ROWS: u32 = 3;
const MAX_HEADER: usize = 100;
const MAX_MERGED: usize = 2_000_000;

/// A sheet with its header understood: no blank rows, every row as wide as the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub headers: Vec<String>,
    pub rows: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The number that the spreadsheet shows beside the row.
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// Reads the file, whatever it is called; `max_rows` is counted without header and blanks.
pub fn read(bytes: &[u8], max_rows: usize) -> Result<Sheet> {
    let grid = match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::read(bytes, max_rows)?,
        // What Excel wrote before 2007, and what it writes with a password.
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Error::new(Code::UnsupportedMedia)),
        _ => csv::read(bytes, max_rows)?,
    };
    grid.sheet(max_rows)
}

/// The cells that are not blank, by row, and which of them are merged.
struct Grid {
    rows: BTreeMap<u32, Vec<Cell>>,
    merged: Vec<Dimensions>,
    max_rows: usize,
    text: usize,
}

impl Grid {
    fn new(max_rows: usize) -> Self {
        Self { rows: BTreeMap::new(), merged: Vec::new(), max_rows, text: 0 }
    }

    fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<()> {
        if column >= MAX_COLUMNS {
            return Err(too_many(MAX_COLUMNS));
        }
        if let Cell::Text(text) = &cell {
            self.text += text.len();
            if self.text > MAX_TEXT || text.len() > MAX_CELL {
                return Err(Error::new(Code::FileTooLarge).with("max", MAX_TEXT));
            }
        }
        let column = usize::try_from(column).map_err(Error::unexpected)?;
        let cells = self.rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
        if self.rows.len() > self.max_rows + MAX_ABOVE {
            return Err(too_many(self.max_rows));
        }
        Ok(())
    }

    fn at(&self, row: u32, column: usize) -> &Cell {
        self.rows.get(&row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }

    /// The cell that shows at a place: of merged cells the first.
    fn shown(&self, row: u32, column: usize) -> &Cell {
        match self.at(row, column) {
            Cell::Empty => {
                let column = u32::try_from(column).unwrap_or(u32::MAX);
                let region = self.merged.iter().find(|region| region.contains(row, column));
                region.map_or(&Cell::Empty, |region| {
                    self.at(region.start.0, usize::try_from(region.start.1).unwrap_or(usize::MAX))
                })
            }
            cell @ (Cell::Bool(_) | Cell::Number(_) | Cell::Text(_)) => cell,
        }
    }

    fn width(&self) -> usize {
        self.rows.values().map(Vec::len).max().unwrap_or(0)
    }

    fn sheet(mut self, max_rows: usize) -> Result<Sheet> {
        let (first, height) = self.header().ok_or_else(|| Error::malformed("the sheet is empty"))?;
        let width = self.width();
        let headers = self.headers(first, height, width);
        self.fill_merged(first + height, width);
        let below = self.rows.split_off(&(first + height));
        let used = (0..width).filter(|column| {
            headers.get(*column).is_some_and(|header| !header.is_empty())
                || below.values().any(|cells| cells.get(*column).is_some_and(|cell| !cell.is_empty()))
        });
        let used: Vec<usize> = used.collect();
        let rows: Vec<Line> = below
            .into_iter()
            .map(|(row, mut cells)| {
                cells.resize(width, Cell::Empty);
                let cells = used.iter().filter_map(|column| cells.get_mut(*column).map(std::mem::take)).collect();
                Line { number: row + 1, cells }
            })
            .collect();
        if rows.len() > max_rows {
            return Err(too_many(max_rows));
        }
        Ok(Sheet { headers: unique(&headers, &used), rows })
    }

    /// Where the header begins, and over how many rows it goes. Titles and remarks above it fill one cell, or few.
    fn header(&self) -> Option<(u32, u32)> {
        let top: Vec<(u32, usize)> =
            self.rows.iter().take(MAX_ABOVE).map(|(row, cells)| (*row, filled(cells))).collect();
        let widest = top.iter().map(|(_, filled)| *filled).max()?;
        let header = top.iter().find(|(row, filled)| {
            let across: u32 = self.merged.iter().filter(|r| r.start.0 == *row).map(|r| r.end.1 - r.start.1).sum();
            let covered = filled + usize::try_from(across).unwrap_or(usize::MAX);
            (*filled >= 2 || widest < 2) && 2 * covered >= widest
        });
        let first = header.map(|(row, _)| *row)?;
        Some((first, self.header_height(first)))
    }

    fn header_height(&self, first: u32) -> u32 {
        let is_name = |cell: &Cell| matches!(cell, Cell::Text(text) if !text.contains(|c: char| c.is_numeric()));
        let mut height = 1;
        let mut below = false;
        for region in
            self.merged.iter().filter(|region| region.start.0 == first && !self.at(first, column_of(region)).is_empty())
        {
            height = height.max(region.end.0 - first + 1);
            let across = region.end.1 > region.start.1;
            let mut under = (region.start.1..=region.end.1)
                .map(|column| self.at(region.end.0 + 1, usize::try_from(column).unwrap_or(usize::MAX)));
            below |= across && region.end.0 == first && under.all(is_name);
        }
        if height > 1 || below {
            return height.clamp(2, MAX_HEADER_ROWS);
        }
        // Without merged cells (CSV has none): a second row that names just what the first leaves open.
        let (Some(upper), Some(lower)) = (self.rows.get(&first), self.rows.get(&(first + 1))) else { return 1 };
        let last = upper.len().max(lower.len());
        let open = |cells: &[Cell], column: usize| cells.get(column).is_none_or(Cell::is_empty);
        let gaps: Vec<usize> = (1..last).filter(|column| open(upper, *column)).collect();
        let named = gaps.iter().all(|column| !open(lower, *column));
        let alone = (0..last).any(|column| !open(upper, column) && open(lower, column));
        let names = lower.iter().filter(|cell| !cell.is_empty()).all(is_name);
        let two = !gaps.is_empty() && named && alone && names && !open(upper, 0);
        if two { 2 } else { 1 }
    }

    /// The words over each column, from top to bottom, each once.
    fn headers(&self, first: u32, height: u32, width: usize) -> Vec<String> {
        let mut headers = vec![Vec::<String>::new(); width];
        for row in first..first + height {
            let mut group: Option<String> = None;
            for (column, parts) in headers.iter_mut().enumerate() {
                let cell = self.shown(row, column);
                // A group's name goes on over the columns that the row below names.
                let goes_on = row + 1 < first + height && !self.at(row + 1, column).is_empty();
                let word = match (cell.is_empty(), goes_on) {
                    (false, _) => Some(one_line(&cell.shown())),
                    (true, true) => group.clone(),
                    (true, false) => None,
                };
                group = word.clone();
                if let Some(word) = word.filter(|word| !parts.contains(word)) {
                    parts.push(word);
                }
            }
        }
        headers.into_iter().map(|parts| parts.join(JOINT)).collect()
    }

    /// What is written once over several merged rows counts for each of them.
    fn fill_merged(&mut self, from: u32, width: usize) {
        let mut budget = MAX_MERGED;
        for region in std::mem::take(&mut self.merged) {
            let (row, column) = (region.start.0, column_of(&region));
            let value = self.at(row, column).clone();
            if region.end.0 == row || region.end.0 < from || value.is_empty() || column >= width {
                continue;
            }
            for (_, cells) in self.rows.range_mut(row.max(from)..=region.end.0) {
                if budget == 0 {
                    return;
                }
                budget -= 1;
                if cells.len() <= column {
                    cells.resize(column + 1, Cell::Empty);
                }
                if let Some(place) = cells.get_mut(column).filter(|place| place.is_empty()) {
                    *place = value.clone();
                }
            }
        }
    }
}

fn column_of(region: &Dimensions) -> usize {
    usize::try_from(region.start.1).unwrap_or(usize::MAX)
}

fn filled(cells: &[Cell]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(MAX_HEADER).collect()
}

/// A name for each column, no name twice; one without header is called by its letters.
fn unique(headers: &[String], used: &[usize]) -> Vec<String> {
    let mut known = HashSet::new();
    let mut names = Vec::with_capacity(used.len());
    for column in used {
        let header = headers.get(*column).filter(|header| !header.is_empty()).cloned();
        let header = header.unwrap_or_else(|| letters(*column));
        let mut name = header.clone();
        let mut count = 1;
        while !known.insert(name.clone()) {
            count += 1;
            name = format!("{header} ({count})");
        }
        names.push(name);
    }
    names
}

/// `A`, `B`, … `Z`, `AA`: what spreadsheets call a column.
fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(column % 26).unwrap_or(0) + b'A';
        name.insert(0, char::from(letter));
        match column / 26 {
            0 => return name,
            rest => column = rest - 1,
        }
    }
}

fn too_many(max: impl Into<serde_json::Value>) -> Error {
    Error::fields(vec![FieldError::new("/file", FieldCode::TooMany).with("max", max)])
}

#[cfg(test)]
mod tests {
    use std::io::{self, Cursor};

    use encoding_rs::GB18030;
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

    use super::{workbook::unpacks_reasonably, *};

    fn csv(text: &str) -> Sheet {
        read(text.as_bytes(), 1000).unwrap()
    }

    fn shown(sheet: &Sheet) -> Vec<Vec<String>> {
        sheet.rows.iter().map(|line| line.cells.iter().map(Cell::shown).collect()).collect()
    }

    fn refusal(bytes: &[u8], max_rows: usize) -> Code {
        read(bytes, max_rows).unwrap_err().code()
    }

    #[test]
    fn a_messy_workbook_is_read() {
        let mut book = Workbook::new();
        let center = Format::new();
        let sheet = book.add_worksheet();
        sheet.merge_range(0, 0, 0, 5, "2026年展会线索", &center).unwrap();
        sheet.merge_range(1, 0, 2, 0, "公司名称", &center).unwrap();
        sheet.merge_range(1, 1, 1, 2, "联系人", &center).unwrap();
        sheet.write(2, 1, "姓名").unwrap();
        sheet.write(2, 2, "手机").unwrap();
        sheet.merge_range(1, 3, 2, 3, "预计日期", &center).unwrap();
        sheet.merge_range(1, 4, 2, 4, "备注", &center).unwrap();
        sheet.merge_range(3, 0, 4, 0, "上海云帆", &center).unwrap();
        sheet.write(3, 1, "张三").unwrap();
        sheet.write(3, 2, 13_800_138_000.0).unwrap();
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_with_format(3, 3, ExcelDateTime::parse_from_str("2026-03-02").unwrap(), &date).unwrap();
        sheet.write(4, 1, "李四").unwrap();
        sheet.write(4, 2, "１３９００１３９０００").unwrap();
        sheet.write(4, 3, "2026年3月2日").unwrap();
        sheet.write(6, 0, " 北京 ").unwrap();
        sheet.write(6, 2, "007").unwrap();
        sheet.write_formula(6, 4, Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write(7, 0, "   ").unwrap();
        let sheet = read(&book.save_to_buffer().unwrap(), 1000).unwrap();
        assert_eq!(sheet.headers, ["公司名称", "联系人 / 姓名", "联系人 / 手机", "预计日期", "备注"]);
        assert_eq!(sheet.rows.iter().map(|line| line.number).collect::<Vec<_>>(), [4, 5, 7]);
        assert_eq!(
            shown(&sheet),
            [
                ["上海云帆", "张三", "13800138000", "2026-03-02", ""],
                ["上海云帆", "李四", "１３９００１３９０００", "2026年3月2日", ""],
                ["北京", "", "007", "", "2"],
            ]
        );
    }

    #[test]
    fn csv_in_any_encoding_with_any_delimiter() {
        let plain = csv("公司,电话\n上海,007\n\n北京,\"a,b\"\n");
        assert_eq!(plain.headers, ["公司", "电话"]);
        assert_eq!(plain.rows.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(shown(&plain), [["上海", "007"], ["北京", "a,b"]]);
        let (gbk, _, _) = GB18030.encode("公司,电话\n上海,007\n\n北京,\"a,b\"\n");
        assert_eq!(read(&gbk, 10).unwrap(), plain);
        let marked = [b"\xef\xbb\xbf".as_slice(), "公司;电话\n上海;007\n\n北京;a,b\n".as_bytes()].concat();
        assert_eq!(read(&marked, 10).unwrap(), plain);
        let utf16: Vec<u8> =
            "\u{feff}公司\t电话\n上海\t007\n\n北京\ta,b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16, 10).unwrap(), plain);
    }

    #[test]
    fn headers_over_two_rows_of_a_csv_are_joined() {
        let sheet = csv("公司,联系人,,备注\n,姓名,手机,\n云帆,张三,138,好\n");
        assert_eq!(sheet.headers, ["公司", "联系人 / 姓名", "联系人 / 手机", "备注"]);
        assert_eq!(sheet.rows.len(), 1);
        let sheet = csv("公司,,备注\n云帆,1,好\n");
        assert_eq!(sheet.headers, ["公司", "B", "备注"]);
        let sheet = csv("名称,名称\na,b\n");
        assert_eq!(sheet.headers, ["名称", "名称 (2)"]);
    }

    #[test]
    fn what_is_too_much_is_refused() {
        assert_eq!(refusal(b"a\n1\n2\n3\n", 2), Code::Validation);
        assert_eq!(refusal(b"", 2), Code::Malformed);
        assert_eq!(refusal(b"PK\x03\x04 not a zip", 2), Code::Malformed);
        assert_eq!(refusal(&[0xd0, 0xcf, 0x11, 0xe0, 1, 2], 2), Code::UnsupportedMedia);
        assert_eq!(refusal(&[0xff, 0xff, 0xff, 0x00], 2), Code::Malformed);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        // Two cells in far corners must not become a rectangle of billions.
        sheet.write(0, 0, "名称").unwrap();
        sheet.write(1_048_575, 0, "x").unwrap();
        let far = read(&book.save_to_buffer().unwrap(), 10).unwrap();
        assert_eq!(far.rows[0].number, 1_048_576);
        let mut book = Workbook::new();
        book.add_worksheet().write(0, 16_383, "x").unwrap();
        assert_eq!(refusal(&book.save_to_buffer().unwrap(), 10), Code::Validation);
    }

    #[test]
    fn a_bomb_does_not_go_off() {
        let mut bytes = Cursor::new(Vec::new());
        let mut writer = zip::ZipWriter::new(&mut bytes);
        let options = zip::write::SimpleFileOptions::default();
        for part in 0..5 {
            writer.start_file(format!("xl/{part}.xml"), options).unwrap();
            io::Write::write_all(&mut writer, &vec![0_u8; 1 << 18]).unwrap();
        }
        writer.finish().unwrap();
        let bytes = bytes.into_inner();
        assert!(bytes.len() < 10 << 10);
        assert_eq!(unpacks_reasonably(&bytes, 1 << 20).unwrap_err().code(), Code::FileTooLarge);
        assert!(unpacks_reasonably(&bytes, 2 << 20).is_ok());
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
