//! Files of lists, written part by part.

use std::{fs::File, io::Seek};

use guanxi_domain::{Actor, Error, Result, transfer::ExportStatus};
use guanxi_persistence::{
    Db, Tx,
    transfer::exports::{self, ExportRow},
};
use rust_xlsxwriter::{DocProperties, Workbook, Worksheet, XlsxError};
use serde_json::{Map, Value, json};
use tokio::io::AsyncReadExt;
use uuid::Uuid;

use super::{
    MOST_DIGITS, PART,
    paper::{Out, Paper},
};
use crate::transfer::files::{failed, header_format};

pub(super) async fn csv(db: &Db, actor: &Actor, paper: &Paper, id: Uuid) -> Result<()> {
    loop {
        let mut tx = db.begin(actor.clone()).await?;
        let mut export = exports::lock(&mut tx, id).await?;
        if export.status.0 != ExportStatus::Running {
            return tx.commit().await;
        }
        let mut out = Vec::new();
        if export.parts == 0 {
            // Excel takes a file without this mark for one in the local encoding.
            out.extend_from_slice("\u{feff}".as_bytes());
            record(&mut out, paper.columns.iter().map(|column| column.title.as_str()))?;
        }
        let mut left = paper.total - export.rows;
        let mut after = export.after.take();
        let mut has_more = left > 0;
        while has_more && u64::try_from(out.len()).is_ok_and(|size| size < PART) {
            let (rows, next) = paper.slice(&mut tx, after.as_deref(), left).await?;
            for row in &rows {
                let cells: Vec<Option<Out>> = paper.columns.iter().map(|column| paper.cell(column, row)).collect();
                let text = |cell: &Option<Out>| match cell {
                    Some(Out::Number(text) | Out::Text(text)) => text.clone(),
                    None => String::new(),
                };
                record(&mut out, cells.iter().map(text))?;
            }
            let count = i64::try_from(rows.len()).map_err(Error::unexpected)?;
            (export.rows, left) = (export.rows + count, left - count);
            has_more = left > 0 && next.is_some();
            after = next;
        }
        export.after = after;
        if !has_more {
            record(&mut out, [paper.mark.as_str()])?;
        }
        keep(&mut tx, &mut export, &out).await?;
        if has_more {
            exports::save(&mut tx, &export).await?;
            tx.commit().await?;
            continue;
        }
        done(&mut tx, export).await?;
        return tx.commit().await;
    }
}

fn record<T: AsRef<[u8]>>(out: &mut Vec<u8>, cells: impl IntoIterator<Item = T>) -> Result<()> {
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(out);
    writer.write_record(cells).map_err(Error::unexpected)?;
    writer.flush().map_err(Error::unexpected)
}

pub(super) async fn workbook(db: &Db, actor: &Actor, paper: &Paper, id: Uuid) -> Result<()> {
    let mut book = Workbook::new();
    let properties = DocProperties::new().set_title(paper.resource.table.label[0]).set_comment(&paper.mark);
    book.set_properties(&properties);
    let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    sheet.set_footer(format!("&L{}&R&P / &N", paper.mark.replace('&', "&&")));
    let header = header_format();
    for (place, column) in (0_u16..).zip(&paper.columns) {
        sheet.set_column_width(place, 18).map_err(failed)?;
        sheet.write_with_format(0, place, column.title.as_str(), &header).map_err(failed)?;
    }
    let (mut row, mut written, mut after) = (0, 0, None);
    loop {
        let mut tx = db.begin(actor.clone()).await?;
        let mut export = exports::lock(&mut tx, id).await?;
        if export.status.0 != ExportStatus::Running {
            return tx.commit().await;
        }
        let (rows, next) = paper.slice(&mut tx, after.as_deref(), paper.total - written).await?;
        for record in &rows {
            row += 1;
            write_row(sheet, row, paper, record)?;
        }
        written += i64::try_from(rows.len()).map_err(Error::unexpected)?;
        export.rows = written;
        exports::save(&mut tx, &export).await?;
        tx.commit().await?;
        after = next;
        if after.is_none() || written >= paper.total {
            break;
        }
    }
    sheet.write(row + 2, 0, paper.mark.as_str()).map_err(failed)?;
    // Packing takes its time, and other jobs go on meanwhile.
    let packed = tokio::task::spawn_blocking(move || pack(book)).await.map_err(Error::unexpected)?;
    let mut file = tokio::fs::File::from_std(packed.map_err(failed)?);
    let mut tx = db.begin(actor.clone()).await?;
    let mut export = exports::lock(&mut tx, id).await?;
    if export.status.0 == ExportStatus::Running {
        loop {
            let mut part = Vec::new();
            (&mut file).take(PART).read_to_end(&mut part).await.map_err(Error::unexpected)?;
            if part.is_empty() {
                break;
            }
            keep(&mut tx, &mut export, &part).await?;
        }
        done(&mut tx, export).await?;
    }
    tx.commit().await
}

/// Packs a workbook into a file without a name, so that its size is the disk's concern.
fn pack(mut book: Workbook) -> Result<File, XlsxError> {
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&mut file)?;
    file.rewind()?;
    Ok(file)
}

fn write_row(sheet: &mut Worksheet, row: u32, paper: &Paper, record: &Map<String, Value>) -> Result<()> {
    for (place, column) in (0_u16..).zip(&paper.columns) {
        let written = match paper.cell(column, record) {
            None => continue,
            Some(Out::Text(text)) => sheet.write(row, place, text),
            Some(Out::Number(text)) => match text.parse::<f64>() {
                // A spreadsheet would round what is longer.
                Ok(number) if text.len() <= MOST_DIGITS => sheet.write(row, place, number),
                _ => sheet.write(row, place, text),
            },
        };
        written.map_err(failed)?;
    }
    Ok(())
}

async fn keep(tx: &mut Tx, export: &mut ExportRow, bytes: &[u8]) -> Result<()> {
    exports::insert_part(tx, export.id, export.parts, bytes).await?;
    export.parts += 1;
    export.size += i64::try_from(bytes.len()).map_err(Error::unexpected)?;
    Ok(())
}

/// Administrators are told of files with more rows.
const LARGE: i64 = 1_000;

async fn done(tx: &mut Tx, mut export: ExportRow) -> Result<()> {
    export.status.0 = ExportStatus::Done;
    export.finished_at = Some(tx.now());
    exports::save(tx, &export).await?;
    let details = json!({
        "recipient_id": export.created_by, "resource": export.resource, "rows": export.rows, "format": export.format.0,
    });
    if export.rows > LARGE {
        tx.emit("export.large", "exports", export.id, details.clone()).await?;
    }
    tx.emit("export.finished", "exports", export.id, details).await
}
