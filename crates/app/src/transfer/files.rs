//! Workbooks that go out: the template to fill, and the sheet with what became of its rows.

use guanxi_domain::{
    Access, Error, Result,
    fields::{Kind, choice_label},
    transfer::{Cell, export::inert},
};
use guanxi_persistence::{
    Column, Tx,
    transfer::{
        imports::{self, ImportRow, RowError},
        names,
    },
};
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use uuid::Uuid;

use super::resources::Resource;

/// Excel's own limits of a list of choices in a cell.
const MOST_CHOICES: usize = 60;
const LONGEST_CHOICES: usize = 240;
const TEMPLATE_ROWS: u32 = 5_000;

pub fn failed(error: XlsxError) -> Error {
    Error::unexpected(error)
}

pub fn header_format() -> Format {
    Format::new().set_bold().set_background_color(Color::RGB(0x00E8_EEF7)).set_align(FormatAlign::VerticalCenter)
}

/// A workbook with a column for each field that this person may fill, and a sheet that says what goes in.
pub async fn template(tx: &mut Tx, resource: &Resource) -> Result<Vec<u8>> {
    let access: std::sync::Arc<Access> = tx.actor().access.clone();
    let table = tx.table(resource.table).await?;
    let columns: Vec<&Column> =
        resource.targets(table, &access).filter(|column| resource.is_writable(column, &access)).collect();
    let mut choices = Vec::with_capacity(columns.len());
    for column in &columns {
        choices.push(words(tx, column.kind).await?);
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(resource.table.label[0]).map_err(failed)?;
    fill(sheet, &columns, &choices).map_err(failed)?;
    let notes = book.add_worksheet().set_name("填写说明").map_err(failed)?;
    explain(notes, &columns, &choices).map_err(failed)?;
    book.save_to_buffer().map_err(failed)
}

/// The words that a cell may hold, where they are a list.
async fn words(tx: &mut Tx, kind: Kind) -> Result<Vec<String>> {
    Ok(if let Kind::Choice(codes) = kind {
        codes.iter().map(|code| choice_label(code)[0].clone()).collect()
    } else if let Kind::Dictionary(code) = kind {
        names::labels(tx, code).await?.into_iter().map(|(_, [zh, _])| zh).collect()
    } else if kind == Kind::Bool {
        vec!["是".to_owned(), "否".to_owned()]
    } else {
        Vec::new()
    })
}

fn fill(sheet: &mut Worksheet, columns: &[&Column], choices: &[Vec<String>]) -> Result<(), XlsxError> {
    let header = header_format();
    // Text keeps its leading zeros and its eighteenth digit.
    let text = Format::new().set_num_format("@");
    sheet.set_freeze_panes(1, 0)?;
    for ((place, column), choices) in (0_u16..).zip(columns).zip(choices) {
        sheet.set_column_format(place, &text)?;
        sheet.set_column_width(place, 18)?;
        sheet.write_with_format(0, place, title(column), &header)?;
        let length: usize = choices.iter().map(|choice| choice.chars().count() + 1).sum();
        if !choices.is_empty() && choices.len() <= MOST_CHOICES && length <= LONGEST_CHOICES {
            let list = DataValidation::new().allow_list_strings(choices)?;
            sheet.add_data_validation(1, place, TEMPLATE_ROWS, place, &list)?;
        }
    }
    Ok(())
}

fn explain(sheet: &mut Worksheet, columns: &[&Column], choices: &[Vec<String>]) -> Result<(), XlsxError> {
    let header = header_format();
    for (place, title) in (0_u16..).zip(["列名", "字段", "必填", "填写说明"]) {
        sheet.write_with_format(0, place, title, &header)?;
        sheet.set_column_width(place, if place == 3 { 80 } else { 20 })?;
    }
    for ((row, column), choices) in (1_u32..).zip(columns).zip(choices) {
        sheet.write(row, 0, column.label[0])?;
        sheet.write(row, 1, column.key)?;
        sheet.write(row, 2, if is_required(column) { "是" } else { "" })?;
        sheet.write(row, 3, advice(column, choices))?;
    }
    Ok(())
}

fn is_required(column: &Column) -> bool {
    column.required || column.custom.is_some_and(|field| field.required)
}

fn title(column: &Column) -> String {
    let duty = if is_required(column) { "*" } else { "" };
    format!("{}{duty}", column.label[0])
}

fn advice(column: &Column, choices: &[String]) -> String {
    let most = column.max_length.map(|max| format!("，最多 {max} 个字")).unwrap_or_default();
    if !choices.is_empty() {
        return format!("可选：{}", choices.join("、"));
    }
    match column.kind {
        Kind::Text | Kind::LongText | Kind::Url => format!("文本{most}"),
        Kind::Phone => "手机或固定电话，可带区号和 +86".to_owned(),
        Kind::Email => "邮箱地址".to_owned(),
        Kind::Int => "整数".to_owned(),
        Kind::Decimal | Kind::Money => "数字，如 1234.50".to_owned(),
        Kind::Bool => "是 或 否".to_owned(),
        Kind::Date => "日期，如 2026-03-02、2026/3/2、2026年3月2日".to_owned(),
        Kind::Timestamp => "日期和时间，如 2026-03-02 10:30".to_owned(),
        Kind::Choice(_) | Kind::Dictionary(_) => "选项的名称或编码".to_owned(),
        Kind::User => "姓名、账号或工号".to_owned(),
        Kind::Department => "部门名称".to_owned(),
        Kind::Reference("customers") => "客户名称或编号".to_owned(),
        Kind::Reference(_) => "名称".to_owned(),
        Kind::Tags | Kind::Items(_) | Kind::Ids(_) => "多个之间用逗号分隔".to_owned(),
        Kind::Id | Kind::Json => String::new(),
    }
}

/// The sheet as it came, with what became of each row beside it; `words` says an error in the reader's language.
pub async fn result(tx: &mut Tx, import: &ImportRow, words: impl Fn(&RowError) -> String) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = header_format();
    let bad = Format::new().set_font_color(Color::RGB(0x00C0_0000));
    let width = u16::try_from(import.columns.len()).map_err(Error::unexpected)?;
    for (place, title) in (0_u16..).zip(import.columns.iter().map(String::as_str).chain(["__status", "__errors"])) {
        sheet.write_with_format(0, place, inert(title), &header).map_err(failed)?;
    }
    let mut row = 0;
    for number in 0..import.chunks {
        let chunk = imports::chunk(tx, import.id, number).await?;
        let mut outcomes = chunk.outcomes.unwrap_or_default().into_iter();
        for (_, cells) in &chunk.rows {
            row += 1;
            for (place, cell) in (0_u16..).zip(cells) {
                write_cell(sheet, row, place, cell).map_err(failed)?;
            }
            let Some(result) = outcomes.next() else { continue };
            let status: &str = result.outcome.into();
            let errors: Vec<String> = result.errors.iter().map(&words).collect();
            sheet.write(row, width, status).map_err(failed)?;
            sheet.write_with_format(row, width + 1, errors.join("\n"), &bad).map_err(failed)?;
        }
    }
    book.save_to_buffer().map_err(failed)
}

fn write_cell(sheet: &mut Worksheet, row: u32, place: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Bool(value) => drop(sheet.write(row, place, *value)?),
        Cell::Number(value) => drop(sheet.write(row, place, *value)?),
        Cell::Text(text) => drop(sheet.write(row, place, inert(text))?),
    }
    Ok(())
}

/// The first rows of an import, or the first that failed.
pub async fn preview(tx: &mut Tx, import: Uuid, failed: bool, from: u32, limit: usize) -> Result<Vec<PreviewRow>> {
    let mut rows = Vec::new();
    let mut next = 0;
    while let Some(chunk) = imports::chunk_from(tx, import, next, failed).await? {
        next = chunk.number + 1;
        let outcomes = chunk.outcomes.unwrap_or_default();
        for (index, (number, cells)) in chunk.rows.into_iter().enumerate() {
            let result = outcomes.get(index).cloned();
            let has_failed =
                result.as_ref().is_some_and(|result| result.outcome == guanxi_domain::transfer::Outcome::Failed);
            if number > from && (has_failed || !failed) {
                rows.push(PreviewRow { number, cells, result });
            }
            if rows.len() == limit {
                return Ok(rows);
            }
        }
    }
    Ok(rows)
}

pub struct PreviewRow {
    pub number: u32,
    pub cells: Vec<Cell>,
    pub result: Option<imports::RowResult>,
}
