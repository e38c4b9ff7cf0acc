//! The product's own rules and words, for organisations that have none of their own.

use super::{
    event::Event,
    rule::{
        Channel::Email,
        RecipientKind::{
            Admins, Attendees, Author, Mentioned, Named, Owner, PoolAdmins, PreviousOwner, Reviewers, Subscribers,
            Superior, Team,
        },
    },
};

pub const EVENTS: &[Event] = &[
    Event::new("lead.created", "leads", ["新建线索", "Lead created"]),
    Event::new("lead.claimed", "leads", ["线索被领取", "Lead claimed"])
        .zh("线索已被领取：{{record}}", "{{actor.name}} 领取了线索 {{record}}。")
        .en("Lead claimed: {{record}}", "{{actor.name}} claimed the lead {{record}}."),
    Event::new("lead.assigned", "leads", ["线索分配", "Lead assigned"])
        .to(&[Owner])
        .each()
        .zh("您有新分配的线索：{{record}}", "{{actor.name}} 将线索 {{record}} 分配给您，请尽快跟进。")
        .en("A lead for you: {{record}}", "{{actor.name}} assigned the lead {{record}} to you. Please get in touch soon."),
    Event::new("lead.transferred", "leads", ["线索转移", "Lead transferred"])
        .to(&[Owner, PreviousOwner])
        .each()
        .zh("线索已转移：{{record}}", "{{actor.name}} 已将线索 {{record}} 转移给 {{owner.name}}。")
        .en("Lead transferred: {{record}}", "{{actor.name}} transferred the lead {{record}} to {{owner.name}}."),
    Event::new("lead.returned", "leads", ["线索退回", "Lead returned"])
        .gathered()
        .to(&[PoolAdmins])
        .carries(&["reason"])
        .zh("线索被退回：{{record}}", "{{actor.name}} 将线索 {{record}} 退回到 {{pool.name}}。")
        .en("Lead returned: {{record}}", "{{actor.name}} put the lead {{record}} back into {{pool.name}}."),
    Event::new("lead.recycle_warning", "leads", ["线索即将回收", "Lead about to be recycled"])
        .gathered()
        .to(&[Owner])
        .carries(&["due_on", "days_left", "reason"])
        .zh("线索即将回收：{{record}}", "线索 {{record}} 将于 {{detail.due_on}} 回收（还有 {{detail.days_left}} 天），请及时跟进。")
        .en("About to be recycled: {{record}}", "The lead {{record}} goes back into its pool on {{detail.due_on}} ({{detail.days_left}} days left)."),
    Event::new("lead.recycled", "leads", ["线索已回收", "Lead recycled"])
        .gathered()
        .to(&[PreviousOwner, PoolAdmins])
        .carries(&["reason"])
        .zh("线索已回收：{{record}}", "线索 {{record}} 因长期未跟进已回收到 {{pool.name}}。")
        .en("Lead recycled: {{record}}", "The lead {{record}} went back into {{pool.name}} because nobody followed it up."),
    Event::new("lead.unassigned_too_long", "leads", ["线索超时未分配", "Lead unassigned for too long"])
        .gathered()
        .to(&[PoolAdmins])
        .carries(&["hours"])
        .zh("线索超时未分配：{{record}}", "线索 {{record}} 入池已超过 {{detail.hours}} 小时仍未分配。")
        .en("Still unassigned: {{record}}", "The lead {{record}} has been in its pool for more than {{detail.hours}} hours."),
    Event::new("lead.untouched_too_long", "leads", ["线索超时未跟进", "Lead untouched for too long"])
        .gathered()
        .to(&[Owner, Superior])
        .carries(&["working_hours"])
        .zh("线索超时未跟进：{{record}}", "{{owner.name}} 的线索 {{record}} 已超过 {{detail.working_hours}} 个工作小时未跟进。")
        .en("Not yet touched: {{record}}", "{{owner.name}} has not touched the lead {{record}} for more than {{detail.working_hours}} working hours."),
    Event::new("lead.assignment_failed", "leads", ["线索自动分配失败", "Lead could not be assigned"])
        .gathered()
        .to(&[PoolAdmins])
        .zh("线索自动分配失败：{{record}}", "没有可接收线索 {{record}} 的人员，线索仍在池中。")
        .en("Nobody to assign to: {{record}}", "Nobody could take the lead {{record}}; it stays in its pool."),
    Event::new("lead.score_changed", "leads", ["线索升为 A 级", "Lead reached grade A"])
        .to(&[Owner])
        .only("reached_a")
        .carries(&["from", "grade"])
        .shows(&[("from", "grade")])
        .zh("线索升为 A 级：{{record}}", "线索 {{record}} 的评级已升为 {{detail.grade}}，建议优先跟进。")
        .en("Grade A: {{record}}", "The lead {{record}} is now of grade {{detail.grade}}: follow it up first."),
    Event::new("lead.invalidated", "leads", ["线索标记无效", "Lead marked invalid"]).carries(&["reason"]),
    Event::new("lead.converted", "leads", ["线索已转化", "Lead converted"]),
    Event::new("lead.moved", "leads", ["线索换池", "Lead moved to another pool"]),
    Event::new("customer.created", "customers", ["新建客户", "Customer created"]),
    Event::new("customer.claimed", "customers", ["客户被领取", "Customer claimed"])
        .zh("客户已被领取：{{customer.name}}", "{{actor.name}} 领取了客户 {{customer.name}}。")
        .en("Customer claimed: {{customer.name}}", "{{actor.name}} claimed the customer {{customer.name}}."),
    Event::new("customer.assigned", "customers", ["客户分配", "Customer assigned"])
        .to(&[Owner])
        .each()
        .zh("您有新分配的客户：{{customer.name}}", "{{actor.name}} 将客户 {{customer.name}} 分配给您，请尽快联系。")
        .en("A customer for you: {{customer.name}}", "{{actor.name}} assigned the customer {{customer.name}} to you."),
    Event::new("customer.transferred", "customers", ["客户转移", "Customer transferred"])
        .to(&[Owner, PreviousOwner])
        .each()
        .zh("客户已转移：{{customer.name}}", "{{actor.name}} 已将客户 {{customer.name}} 转移给 {{owner.name}}。")
        .en("Customer transferred: {{customer.name}}", "{{actor.name}} transferred the customer {{customer.name}} to {{owner.name}}."),
    Event::new("customer.released", "customers", ["客户释放到公海", "Customer released"])
        .gathered()
        .to(&[PreviousOwner, PoolAdmins])
        .carries(&["reason"])
        .zh("客户已释放到公海：{{customer.name}}", "{{actor.name}} 将客户 {{customer.name}} 释放到 {{pool.name}}。")
        .en("Customer released: {{customer.name}}", "{{actor.name}} released the customer {{customer.name}} into {{pool.name}}."),
    Event::new("customer.recycle_warning", "customers", ["客户即将回收", "Customer about to be recycled"])
        .gathered()
        .to(&[Owner])
        .carries(&["due_on", "days_left", "reason"])
        .zh("客户即将进入公海：{{customer.name}}", "客户 {{customer.name}} 将于 {{detail.due_on}} 进入公海（还有 {{detail.days_left}} 天），请及时跟进。")
        .en("About to be recycled: {{customer.name}}", "The customer {{customer.name}} goes into the public sea on {{detail.due_on}} ({{detail.days_left}} days left)."),
    Event::new("customer.recycled", "customers", ["客户已回收", "Customer recycled"])
        .gathered()
        .to(&[PreviousOwner, PoolAdmins])
        .carries(&["reason"])
        .zh("客户已回收到公海：{{customer.name}}", "客户 {{customer.name}} 已自动回收到 {{pool.name}}。")
        .en("Customer recycled: {{customer.name}}", "The customer {{customer.name}} went into {{pool.name}} by itself."),
    Event::new("customer.moved", "customers", ["客户换公海", "Customer moved to another pool"]),
    Event::new("customer.locked", "customers", ["客户锁定", "Customer locked"]),
    Event::new("customer.unlocked", "customers", ["客户解锁", "Customer unlocked"]),
    Event::new("customer.lock_expiring", "customers", ["客户锁定即将到期", "Lock about to end"])
        .gathered()
        .to(&[Owner])
        .carries(&["until"])
        .zh("客户锁定即将到期：{{customer.name}}", "客户 {{customer.name}} 的锁定将于 {{detail.until}} 到期。")
        .en("Lock about to end: {{customer.name}}", "The lock of the customer {{customer.name}} ends on {{detail.until}}."),
    Event::new("customer.level_changed", "customers", ["客户级别变更", "Customer level changed"])
        .to(&[Owner])
        .zh("客户级别变更：{{customer.name}}", "{{actor.name}} 将客户 {{customer.name}} 的级别改为 {{customer.level}}。")
        .en("Level changed: {{customer.name}}", "{{actor.name}} changed the level of {{customer.name}} to {{customer.level}}."),
    Event::new("customer.key_account_changed", "customers", ["大客户标记变更", "Key account changed"])
        .to(&[Owner])
        .zh("大客户标记变更：{{customer.name}}", "{{actor.name}} 修改了客户 {{customer.name}} 的大客户标记：{{customer.is_key_account}}。")
        .en("Key account changed: {{customer.name}}", "{{actor.name}} changed whether {{customer.name}} is a key account: {{customer.is_key_account}}."),
    Event::new("customer.team_changed", "customers", ["客户团队变更", "Customer team changed"])
        .to(&[Named])
        .each()
        .zh("客户团队变更：{{customer.name}}", "{{actor.name}} 调整了客户 {{customer.name}} 的团队，您现在是团队成员。")
        .en("Team changed: {{customer.name}}", "{{actor.name}} changed the team of {{customer.name}}; you are in it now."),
    Event::new("customer.duplicate_overridden", "customers", ["强制新建重复客户", "Duplicate created on purpose"])
        .to(&[Superior])
        .zh("强制新建了重复客户：{{customer.name}}", "{{actor.name}} 在提示重复后仍保存了客户 {{customer.name}}，请核对。")
        .en("Duplicate on purpose: {{customer.name}}", "{{actor.name}} saved the customer {{customer.name}} though it looked like a duplicate."),
    Event::new("contact.created", "contacts", ["新建联系人", "Contact created"]),
    Event::new("opportunity.created", "opportunities", ["新建商机", "Opportunity created"]),
    Event::new("opportunity.stage_moved", "opportunities", ["商机阶段变更", "Opportunity moved to another stage"])
        .to(&[Owner, Team])
        .carries(&["stage"])
        .zh("商机阶段变更：{{record}}", "{{actor.name}} 将商机 {{record}} 移到「{{detail.stage}}」阶段。")
        .en("Moved: {{record}}", "{{actor.name}} moved the opportunity {{record}} to {{detail.stage}}."),
    Event::new("opportunity.won", "opportunities", ["赢单", "Opportunity won"])
        .to(&[Named])
        .each()
        .carries(&["amount", "currency"])
        .shows(&[("amount", "won_amount")])
        .zh("赢单：{{record}}", "祝贺！{{owner.name}} 赢得商机 {{record}}，金额 {{detail.amount}} {{detail.currency}}。")
        .en("Won: {{record}}", "Congratulations! {{owner.name}} won {{record}}: {{detail.amount}} {{detail.currency}}."),
    Event::new("opportunity.lost", "opportunities", ["输单", "Opportunity lost"])
        .to(&[Superior])
        .each()
        .carries(&["reason"])
        .zh("输单：{{record}}", "{{actor.name}} 将商机 {{record}} 标记为输单。")
        .en("Lost: {{record}}", "{{actor.name}} lost the opportunity {{record}}."),
    Event::new("opportunity.abandoned", "opportunities", ["放弃商机", "Opportunity given up"]).carries(&["reason"]),
    Event::new("opportunity.reopened", "opportunities", ["重新打开商机", "Opportunity reopened"])
        .to(&[Owner])
        .carries(&["stage"])
        .zh("商机已重新打开：{{record}}", "{{actor.name}} 重新打开了商机 {{record}}，当前阶段「{{detail.stage}}」。")
        .en("Reopened: {{record}}", "{{actor.name}} opened {{record}} again; it stands in {{detail.stage}}."),
    Event::new("opportunity.transferred", "opportunities", ["商机转移", "Opportunity transferred"])
        .to(&[Owner, PreviousOwner])
        .each()
        .zh("商机已转移：{{record}}", "{{actor.name}} 已将商机 {{record}} 转移给 {{owner.name}}。")
        .en("Opportunity transferred: {{record}}", "{{actor.name}} transferred the opportunity {{record}} to {{owner.name}}."),
    Event::new("opportunity.probability_overridden", "opportunities", ["赢率调整", "Probability overridden"])
        .to(&[Owner])
        .carries(&["to"])
        .shows(&[("to", "probability_override")])
        .zh("赢率已调整：{{record}}", "{{actor.name}} 调整了商机 {{record}} 的赢率：{{detail.to}}%。")
        .en("Probability overridden: {{record}}", "{{actor.name}} set the probability of {{record}} to {{detail.to}} %."),
    Event::new("opportunity.large", "opportunities", ["大额商机", "Large opportunity"])
        .to(&[Named])
        .carries(&["amount"])
        .shows(&[("amount", "amount_base")])
        .zh("大额商机：{{record}}", "{{owner.name}} 的商机 {{record}} 金额 {{detail.amount}}，请关注。")
        .en("Large: {{record}}", "The opportunity {{record}} of {{owner.name}} is worth {{detail.amount}}."),
    Event::new("opportunity.stalled", "opportunities", ["商机停滞", "Opportunity stalled"])
        .gathered()
        .to(&[Owner])
        .carries(&["days"])
        .zh("商机停滞：{{record}}", "商机 {{record}} 在当前阶段已停留 {{detail.days}} 天，请推进或更新。")
        .en("Stalled: {{record}}", "The opportunity {{record}} has stood in its stage for {{detail.days}} days."),
    Event::new("opportunity.close_overdue", "opportunities", ["商机已过预计成交日期", "Opportunity should have closed"])
        .gathered()
        .to(&[Owner])
        .carries(&["expected_close_on"])
        .zh("已过预计成交日期：{{record}}", "商机 {{record}} 预计于 {{detail.expected_close_on}} 成交，请更新日期或结果。")
        .en("Should have closed: {{record}}", "The opportunity {{record}} was to close on {{detail.expected_close_on}}."),
    Event::new("forecast.due", "users", ["销售预测待提交", "Forecast due"])
        .to(&[Owner])
        .carries(&["period", "until"])
        .zh("请提交 {{detail.period}} 销售预测", "{{detail.period}} 将于 {{detail.until}} 结束，请确认并提交您的销售预测。")
        .en("Forecast of {{detail.period}} due", "{{detail.period}} ends on {{detail.until}}. Please check and submit your forecast."),
    Event::new("forecast.submitted", "forecasts", ["销售预测提交", "Forecast submitted"]).carries(&["period"]),
    Event::new("forecast.overridden", "forecasts", ["销售预测被调整", "Forecast overridden"])
        .to(&[Owner])
        .each()
        .carries(&["period", "commit"])
        .shows(&[("commit", "override_commit")])
        .zh("您的 {{detail.period}} 销售预测已调整", "{{actor.name}} 将您的承诺预测调整为 {{detail.commit}}。")
        .en("Your forecast of {{detail.period}} was overridden", "{{actor.name}} set your commit to {{detail.commit}}."),
    Event::new("knowledge.published", "customer_knowledge", ["客户知识发布", "Knowledge published"])
        .to(&[Subscribers])
        .each()
        .zh("客户知识：{{customer.name}}", "{{actor.name}} 发布了客户知识：{{customer_knowledge.text}}")
        .en("Knowledge: {{customer.name}}", "{{actor.name}} published: {{customer_knowledge.text}}"),
    Event::new("activity.created", "activities", ["新增跟进记录", "Activity logged"]),
    Event::new("activity.commented", "activities", ["跟进评论与@", "Comment on an activity"])
        .to(&[Mentioned, Author])
        .each()
        .zh("{{actor.name}} 评论了跟进记录", "{{detail.comment}}")
        .en("{{actor.name}} commented on an activity", "{{detail.comment}}")
        .carries(&["comment"]),
    Event::new("plan.due", "follow_up_plans", ["跟进计划提醒", "Plan due"])
        .to(&[Owner])
        .each()
        .carries(&["planned_at", "content"])
        .zh("跟进计划提醒：{{customer.name}}{{lead.name}}", "计划时间 {{follow_up_plan.planned_at}}：{{follow_up_plan.content}}")
        .en("Plan due: {{customer.name}}{{lead.name}}", "Planned for {{follow_up_plan.planned_at}}: {{follow_up_plan.content}}"),
    Event::new("plan.missed", "follow_up_plans", ["跟进计划错过", "Plan missed"])
        .gathered()
        .to(&[Owner])
        .carries(&["planned_at", "content"])
        .zh("跟进计划未完成：{{customer.name}}{{lead.name}}", "原定 {{follow_up_plan.planned_at}} 的计划未完成：{{follow_up_plan.content}}")
        .en("Plan missed: {{customer.name}}{{lead.name}}", "Planned for {{follow_up_plan.planned_at}} and not done: {{follow_up_plan.content}}"),
    Event::new("plan.missed_digest", "users", ["下属错过的计划汇总", "Missed plans of your people"])
        .to(&[Named])
        .by(&[Email])
        .in_the_morning()
        .carries(&["count", "plans"])
        .zh("下属有 {{detail.count}} 项跟进计划未完成", "{{detail.plans}}")
        .en("{{detail.count}} plans of your people were missed", "{{detail.plans}}"),
    Event::new("plan.done", "follow_up_plans", ["跟进计划完成", "Plan done"]),
    Event::new("contact.overdue", "users", ["今日联系提醒", "Contacts due today"])
        .to(&[Owner])
        .by(&[Email])
        .carries(&["today", "overdue", "severe"])
        .zh("今日应联系 {{detail.today}} 个，逾期 {{detail.overdue}} 个", "今天应联系 {{detail.today}} 个客户和线索，另有 {{detail.overdue}} 个已逾期。")
        .en("{{detail.today}} to contact today, {{detail.overdue}} overdue", "Contact {{detail.today}} customers and leads today; {{detail.overdue}} are overdue."),
    Event::new("contact.severe", "users", ["下属严重逾期", "Long overdue contacts of your people"])
        .to(&[Named])
        .by(&[Email])
        .carries(&["severe", "owner_name"])
        .zh("{{detail.owner_name}} 有 {{detail.severe}} 个严重逾期", "{{detail.owner_name}} 有 {{detail.severe}} 个客户或线索严重逾期未联系。")
        .en("{{detail.owner_name}}: {{detail.severe}} long overdue", "{{detail.owner_name}} has not contacted {{detail.severe}} customers or leads for far too long."),
    Event::new("visit.checked_in", "visits", ["拜访签到", "Visit begun"]),
    Event::new("visit.checked_out", "visits", ["拜访签退", "Visit ended"]),
    Event::new("call.logged", "calls", ["通话记录", "Call logged"]),
    Event::new("playbook.started", "customers", ["跟进策略启动", "Playbook started"]),
    Event::new("calendar_event.invited", "calendar_events", ["日程邀请", "Invitation"])
        .to(&[Attendees])
        .each()
        .carries(&["title", "start_at"])
        .zh("日程邀请：{{detail.title}}", "{{actor.name}} 邀请您参加 {{detail.title}}，时间 {{detail.start_at}}。")
        .en("Invitation: {{detail.title}}", "{{actor.name}} invites you to {{detail.title}} at {{detail.start_at}}."),
    Event::new("calendar_event.moved", "calendar_events", ["日程改期", "Event moved"])
        .to(&[Attendees])
        .each()
        .carries(&["title", "start_at"])
        .zh("日程已改期：{{detail.title}}", "{{actor.name}} 将 {{detail.title}} 改到 {{detail.start_at}}。")
        .en("Moved: {{detail.title}}", "{{actor.name}} moved {{detail.title}} to {{detail.start_at}}."),
    Event::new("calendar_event.cancelled", "calendar_events", ["日程取消", "Event cancelled"])
        .to(&[Attendees])
        .each()
        .carries(&["title", "start_at"])
        .zh("日程已取消：{{detail.title}}", "{{actor.name}} 取消了原定 {{detail.start_at}} 的 {{detail.title}}。")
        .en("Cancelled: {{detail.title}}", "{{actor.name}} cancelled {{detail.title}}, planned for {{detail.start_at}}."),
    Event::new("calendar_event.due", "calendar_events", ["日程提醒", "Event about to begin"])
        .to(&[Owner, Attendees])
        .each()
        .carries(&["title", "start_at", "minutes"])
        .zh("日程提醒：{{detail.title}}", "{{detail.title}} 将于 {{detail.start_at}} 开始。")
        .en("Soon: {{detail.title}}", "{{detail.title}} begins at {{detail.start_at}}."),
    Event::new("calendar_event.answered", "calendar_events", ["日程答复", "Invitation answered"])
        .to(&[Owner])
        .each()
        .carries(&["answer"])
        .zh("日程答复：{{record}}", "{{actor.name}} 答复了您的日程 {{record}}：{{detail.answer}}。")
        .en("Answered: {{record}}", "{{actor.name}} answered your invitation to {{record}}: {{detail.answer}}."),
    Event::new("work_report.submitted", "work_reports", ["工作报告提交", "Report submitted"])
        .to(&[Reviewers])
        .each()
        .zh("{{owner.name}} 提交了工作报告", "{{owner.name}} 提交了 {{work_report.period_start}} 起的工作报告，请查阅。")
        .en("{{owner.name}} submitted a report", "{{owner.name}} submitted the report that begins on {{work_report.period_start}}."),
    Event::new("work_report.reviewed", "work_reports", ["工作报告点评", "Report reviewed"])
        .to(&[Owner])
        .each()
        .carries(&["score"])
        .zh("您的工作报告已点评", "{{actor.name}} 点评了您的工作报告，评分 {{detail.score}}。")
        .en("Your report was reviewed", "{{actor.name}} reviewed your report and gave it {{detail.score}}."),
    Event::new("work_report.commented", "work_reports", ["工作报告评论与@", "Comment on a report"])
        .to(&[Mentioned, Owner])
        .each()
        .carries(&["comment"])
        .zh("{{actor.name}} 评论了工作报告", "{{detail.comment}}")
        .en("{{actor.name}} commented on a report", "{{detail.comment}}"),
    Event::new("work_report.missing", "users", ["工作报告未交", "Report missing"])
        .to(&[Owner, Superior])
        .each()
        .carries(&["kind", "period_start"])
        .zh("工作报告未交：{{record}}", "{{record}} 尚未提交 {{detail.period_start}} 起的工作报告。")
        .en("Report missing: {{record}}", "{{record}} has not handed in the report that begins on {{detail.period_start}}."),
    Event::new("user.new_device", "users", ["新设备登录", "New device signed in"])
        .to(&[Named])
        .by(&[Email])
        .each()
        .urgent()
        .carries(&["device", "ip", "at"])
        .zh("您的账号在新设备上登录", "时间 {{detail.at}}，地址 {{detail.ip}}，设备 {{detail.device}}。如非本人操作，请立即修改密码。")
        .en("Your account was used on a new device", "At {{detail.at}} from {{detail.ip}}: {{detail.device}}. Change your password at once if it was not you."),
    Event::new("permission.changed", "users", ["本人角色权限变更", "Own roles or permissions changed"])
        .to(&[Named])
        .each()
        .carries(&["roles"])
        .zh("您的角色或权限已变更", "{{actor.name}} 调整了您的权限，当前角色：{{detail.roles}}。")
        .en("Your roles or permissions changed", "{{actor.name}} changed what you may do. Your roles now: {{detail.roles}}."),
    Event::new("api_key.expiring", "users", ["接口密钥即将到期", "API key about to expire"])
        .to(&[Named])
        .by(&[Email])
        .each()
        .carries(&["name", "expires_at"])
        .zh("接口密钥即将到期：{{detail.name}}", "密钥 {{detail.name}} 将于 {{detail.expires_at}} 失效，请及时更换。")
        .en("API key about to expire: {{detail.name}}", "The key {{detail.name}} ends at {{detail.expires_at}}. Please replace it in time."),
    Event::new("import.finished", "imports", ["导入完成", "Import finished"])
        .to(&[Named])
        .each()
        .carries(&["filename", "created", "updated", "skipped", "failed"])
        .zh("导入完成：{{detail.filename}}", "新建 {{detail.created}}，更新 {{detail.updated}}，跳过 {{detail.skipped}}，失败 {{detail.failed}}。")
        .en("Import finished: {{detail.filename}}", "{{detail.created}} created, {{detail.updated}} updated, {{detail.skipped}} skipped, {{detail.failed}} failed."),
    Event::new("export.finished", "exports", ["导出完成", "Export finished"])
        .to(&[Named])
        .each()
        .carries(&["rows", "format", "resource"])
        .zh("导出已完成", "已导出 {{detail.rows}} 行，文件可下载。")
        .en("Your export is ready", "{{detail.rows}} rows are in the file."),
    Event::new("export.large", "exports", ["大批量导出", "Large export"])
        .to(&[Admins])
        .each()
        .carries(&["rows", "resource"])
        .zh("{{actor.name}} 导出了 {{detail.rows}} 行数据", "导出对象：{{detail.resource}}。")
        .en("{{actor.name}} exported {{detail.rows}} rows", "Of: {{detail.resource}}."),
    Event::new("webhook.dead", "webhooks", ["Webhook 已停用", "Webhook disabled"])
        .to(&[Admins])
        .by(&[Email])
        .zh("Webhook 已停用：{{record}}", "Webhook {{record}} 连续三天发送失败，已自动停用。")
        .en("Webhook disabled: {{record}}", "The webhook {{record}} failed for three days and was disabled."),
    Event::new("calendar.year_missing", "calendars", ["工作日历缺少年度安排", "Calendar without next year"])
        .to(&[Admins])
        .by(&[Email])
        .once_for("year")
        .carries(&["year"])
        .zh("工作日历缺少 {{detail.year}} 年安排：{{record}}", "请导入 {{detail.year}} 年的节假日与调休安排，否则将按周末规则计算。")
        .en("No days of {{detail.year}}: {{record}}", "Import the holidays of {{detail.year}}; until then weekends alone count."),
];
