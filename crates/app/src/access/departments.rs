//! The tree of departments.

use guanxi_domain::{
    Code, DepartmentId, Error, FieldCode, FieldError, Permission, Result,
    access::{DepartmentDetails, department},
};
use guanxi_persistence::{
    Locked, Tx,
    access::{Department, department as stored, user},
    write,
};
use serde_json::{Map, json};
use uuid::Uuid;

use crate::records::{self, Editable, Saved};

/// Deeper trees are nobody's organisation.
const DEEPEST: usize = 10;

impl Editable for Department {
    type Details = DepartmentDetails;
    const CREATE: Permission = department::CREATE;
    const UPDATE: Permission = department::UPDATE;
    const DELETE: Permission = department::DELETE;

    async fn create(tx: &mut Tx, details: DepartmentDetails) -> Result<Saved> {
        stored::lock_hierarchy(tx).await?;
        check_manager(tx, &details).await?;
        let mut path = above(tx, details.parent_id, 1).await?;
        let id = Uuid::now_v7();
        path.push(id);
        let mut values = crate::body::object(&details)?;
        values.insert("path".to_owned(), json!(path));
        write::insert::<Department>(tx, id, values).await?;
        tx.rights_change();
        Ok(Saved::new(id))
    }

    async fn update(tx: &mut Tx, record: &Locked<Department>, details: DepartmentDetails) -> Result<Saved> {
        stored::lock_hierarchy(tx).await?;
        if record.id_of("manager_id") != details.manager_id.map(Into::into) {
            check_manager(tx, &details).await?;
        }
        let moves = record.id_of("parent_id") != details.parent_id.map(Into::into);
        records::save(tx, record, &details, Map::new()).await?;
        if moves {
            let height = 1 + stored::height(tx, record.id).await?;
            let above = above(tx, details.parent_id, height).await?;
            if above.contains(&record.id) {
                return Err(Error::new(Code::HierarchyCycle).with("field", "parent_id"));
            }
            stored::repath(tx, record.id, &above).await?;
        }
        tx.rights_change();
        Ok(Saved::new(record.id))
    }

    async fn delete(tx: &mut Tx, record: &Locked<Department>) -> Result<()> {
        stored::lock_hierarchy(tx).await?;
        let (users, departments) = stored::dependents(tx, record.id).await?;
        if users + departments > 0 {
            return Err(Error::new(Code::HasDependents).with("users", users).with("departments", departments));
        }
        tx.rights_change();
        write::delete(tx, record).await
    }
}

/// The path above a department that adds `height` levels below `parent`.
async fn above(tx: &mut Tx, parent: Option<DepartmentId>, height: usize) -> Result<Vec<Uuid>> {
    let Some(parent) = parent else { return Ok(Vec::new()) };
    let unknown = || Error::field("/parent_id", FieldCode::UnknownReference);
    let path = stored::path(tx, parent).await?.ok_or_else(unknown)?;
    if path.len() + height > DEEPEST {
        return Err(Error::fields(vec![FieldError::new("/parent_id", FieldCode::TooDeep).with("max", DEEPEST)]));
    }
    Ok(path)
}

async fn check_manager(tx: &mut Tx, details: &DepartmentDetails) -> Result<()> {
    match details.manager_id {
        Some(manager) if !user::works_here(tx, manager).await? => {
            Err(Error::field("/manager_id", FieldCode::UnknownReference))
        }
        _ => Ok(()),
    }
}
