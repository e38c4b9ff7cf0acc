//! A formula becomes an expression. What divides by nothing is nothing, and so is what follows from nothing.

use guanxi_domain::{
    fields::Kind,
    platform::formula::{Expr, Formula, Operator, Type},
};
use sqlx::{Postgres, QueryBuilder};

use super::{CustomField, push_value};
use crate::Tx;

/// Days by which a date is moved at most: beyond, there are no dates.
const FARTHEST: &str = "1000000";

pub(super) fn push(sql: &mut QueryBuilder<Postgres>, field: &CustomField, formula: &Formula, tx: &Tx) {
    let writer = Writer { field, tx };
    match formula.result {
        Type::Number => {
            // What is too large for anybody is nothing.
            sql.push("(select case when abs(number) < 1e20 then round(number, ").push(field.decimals().to_string());
            sql.push(") end from (select ");
            writer.push(sql, &formula.expr);
            sql.push(" as number) computed)");
        }
        Type::Text => {
            sql.push("nullif(");
            writer.push(sql, &formula.expr);
            sql.push(", '')");
        }
        Type::Date | Type::Bool => {
            sql.push("(");
            writer.push(sql, &formula.expr);
            sql.push(")");
        }
    }
}

struct Writer<'f> {
    field: &'f CustomField,
    tx: &'f Tx,
}

impl Writer<'_> {
    fn push(&self, sql: &mut QueryBuilder<Postgres>, expr: &Expr) {
        match expr {
            Expr::Number(number) => {
                sql.push(number.to_string()).push("::numeric");
            }
            Expr::Text(text) => {
                sql.push_bind(text.clone()).push("::text");
            }
            Expr::Bool(truth) => {
                sql.push(if *truth { "true" } else { "false" });
            }
            Expr::Today => {
                sql.push_bind(self.tx.today()).push("::date");
            }
            Expr::Field(key) => self.push_field(sql, key),
            Expr::Negative(inner) => self.push_around(sql, "(- ", inner, ")"),
            Expr::Not(inner) => self.push_around(sql, "(not ", inner, ")"),
            Expr::Abs(inner) => self.push_around(sql, "abs(", inner, ")"),
            Expr::IsBlank(inner) => self.push_around(sql, "(", inner, " is null)"),
            Expr::Round(inner, places) => {
                self.push_around(sql, "round(", inner, ", ");
                sql.push(places.to_string()).push(")");
            }
            Expr::Part(part, date) => {
                let part: &str = (*part).into();
                sql.push("extract(").push(part).push(" from ");
                self.push(sql, date);
                sql.push(")");
            }
            Expr::Days(later, earlier) => {
                self.push_around(sql, "(", later, " - ");
                self.push_around(sql, "", earlier, ")::numeric");
            }
            Expr::Shift { date, days, back } => {
                // What leads nowhere is asked first: dates have an end.
                self.push_around(sql, "(case when abs(", days, ") <= ");
                sql.push(FARTHEST).push(" then ");
                self.push_around(sql, "", date, if *back { " - " } else { " + " });
                self.push_around(sql, "round(", days, ")::int end)");
            }
            Expr::If(condition, then, otherwise) => {
                self.push_around(sql, "(case when ", condition, " then ");
                self.push_around(sql, "", then, " else ");
                self.push_around(sql, "", otherwise, " end)");
            }
            Expr::Least(all) => self.push_call(sql, "least(", all),
            Expr::Greatest(all) => self.push_call(sql, "greatest(", all),
            Expr::Coalesce(all) => self.push_call(sql, "coalesce(", all),
            Expr::Binary(Operator::Divide, left, right) => {
                // Ten decimals, however few the numbers have.
                self.push_around(sql, "round(", left, " * 1.0000000000 / nullif(");
                self.push_around(sql, "", right, ", 0), 10)");
            }
            Expr::Binary(Operator::Join, left, right) => {
                self.push_around(sql, "concat(", left, ", ");
                self.push_around(sql, "", right, ")");
            }
            Expr::Binary(operator, left, right) => {
                self.push_around(sql, "(", left, sign(*operator));
                self.push_around(sql, "", right, ")");
            }
        }
    }

    fn push_around(&self, sql: &mut QueryBuilder<Postgres>, before: &str, expr: &Expr, after: &str) {
        sql.push(before);
        self.push(sql, expr);
        sql.push(after);
    }

    fn push_call(&self, sql: &mut QueryBuilder<Postgres>, call: &str, all: &[Expr]) {
        sql.push(call);
        for (index, expr) in all.iter().enumerate() {
            sql.push(if index == 0 { "" } else { ", " });
            self.push(sql, expr);
        }
        sql.push(")");
    }

    fn push_field(&self, sql: &mut QueryBuilder<Postgres>, key: &str) {
        let Some(column) = self.field.parts.iter().find(|part| part.key == key) else {
            sql.push("null");
            return;
        };
        sql.push("(");
        match column.custom {
            Some(field) => push_value(sql, column, field, self.tx),
            None => {
                sql.push("t.").push(column.key);
            }
        }
        if column.kind == Kind::Timestamp {
            sql.push(" at time zone ").push_bind(self.tx.actor().zone.name()).push(")::date");
        } else {
            sql.push(if column.kind == Kind::Int { ")::numeric" } else { ")" });
        }
    }
}

fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => " + ",
        Operator::Subtract => " - ",
        Operator::Multiply => " * ",
        Operator::Divide => " / ",
        Operator::Join => " || ",
        Operator::Equal => " = ",
        Operator::Unequal => " <> ",
        Operator::Less => " < ",
        Operator::LessEqual => " <= ",
        Operator::Greater => " > ",
        Operator::GreaterEqual => " >= ",
        Operator::And => " and ",
        Operator::Or => " or ",
    }
}
