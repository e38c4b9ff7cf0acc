//! Workbooks of Excel.

use std::io::{self, Cursor, Read};

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};
use guanxi_domain::{Code, Error, Result, transfer::Cell};

use super::Grid;

/// What a workbook may hold when it is unpacked; a small file can be made to unpack into anything.
const MAX_UNPACKED: u64 = 400 << 20;
const MAX_PARTS: usize = 2_000;

pub(super) fn read(bytes: &[u8], max_rows: usize) -> Result<Grid> {
    unpacks_reasonably(bytes, MAX_UNPACKED)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for name in sheets {
        let mut grid = Grid::new(max_rows);
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(unreadable)?;
        while let Some(cell) = cells.next_cell().map_err(unreadable)? {
            let (row, column) = cell.get_position();
            let value = cell_of(cell.get_value());
            if !value.is_empty() {
                grid.put(row, column, value)?;
            }
        }
        drop(cells);
        if !grid.rows.is_empty() {
            grid.merged = workbook.merge_cells_by_sheet_name(&name).map_err(unreadable)?;
            return Ok(grid);
        }
    }
    Err(Error::malformed("the workbook is empty"))
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    tracing::debug!(%error, "a workbook cannot be read");
    Error::malformed("the workbook cannot be read")
}

/// Unpacks every part once and counts: what the file says about its own sizes need not be true.
pub(super) fn unpacks_reasonably(bytes: &[u8], most: u64) -> Result<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MAX_PARTS {
        return Err(Error::new(Code::FileTooLarge).with("max", MAX_PARTS));
    }
    let mut left = most;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(unreadable)?;
        left = left.checked_sub(size).ok_or_else(|| Error::new(Code::FileTooLarge).with("max", most))?;
    }
    Ok(())
}

fn cell_of(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Int(number) => Cell::text(&number.to_string()),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(at) => date_time(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::Error(error) => Cell::text(error_text(error)),
        DataRef::Empty => Cell::Empty,
    }
}

/// A cell that is shown as a date, as text that is one.
fn date_time(at: &ExcelDateTime) -> Cell {
    if at.is_duration() {
        return Cell::Number(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    let midnight = (hour, minute, second) == (0, 0, 0);
    Cell::Text(if midnight { date } else { format!("{date} {hour:02}:{minute:02}:{second:02}") })
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}
