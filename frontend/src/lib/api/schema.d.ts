// Generated from openapi/openapi.json by `npm run gen:api`. Do not edit.
export interface paths {
    "/auth/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an organisation and sign its first administrator in. */
        post: operations["sign_up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in. */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew the tokens; a refresh token is good once. */
        post: operations["renew_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out. */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose another password; all other sessions end. */
        post: operations["change_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who is signed in, and what he may do. */
        get: operations["get_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where one is signed in. */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out somewhere else. */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List departments. */
        get: operations["list_departments"];
        put?: never;
        /** Create a department. */
        post: operations["create_department"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one department. */
        get: operations["get_department"];
        put?: never;
        post?: never;
        /** Put a department into the recycle bin. */
        delete: operations["delete_department"];
        options?: never;
        head?: never;
        /** Edit a department (JSON Merge Patch). */
        patch: operations["update_department"];
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users. */
        get: operations["list_users"];
        put?: never;
        /** Create a user. */
        post: operations["create_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one user. */
        get: operations["get_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit a user (JSON Merge Patch). */
        patch: operations["update_user"];
        trace?: never;
    };
    "/users/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put somebody into another department; what he owns moves with him or stays. */
        post: operations["move_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody sign in no longer. */
        post: operations["disable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let somebody sign in again. */
        post: operations["enable_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give somebody a new password; he is signed out everywhere. */
        post: operations["reset_password_user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List roles. */
        get: operations["list_roles"];
        put?: never;
        /** Create a role. */
        post: operations["create_role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one role. */
        get: operations["get_role"];
        put?: never;
        post?: never;
        /** Put a role into the recycle bin. */
        delete: operations["delete_role"];
        options?: never;
        head?: never;
        /** Edit a role (JSON Merge Patch). */
        patch: operations["update_role"];
        trace?: never;
    };
    "/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what roles can grant. */
        get: operations["list_permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List api keys. */
        get: operations["list_api_keys"];
        put?: never;
        /** Make an API key; its secret is shown this once. */
        post: operations["create_api_key"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one api key. */
        get: operations["get_api_key"];
        put?: never;
        post?: never;
        /** Put a api key into the recycle bin. */
        delete: operations["delete_api_key"];
        options?: never;
        head?: never;
        /** Edit a api key (JSON Merge Patch). */
        patch: operations["update_api_key"];
        trace?: never;
    };
    "/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List activities. */
        get: operations["list_activities"];
        put?: never;
        /** Create a activity. */
        post: operations["create_activity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one activity. */
        get: operations["get_activity"];
        put?: never;
        post?: never;
        /** Put a activity into the recycle bin. */
        delete: operations["delete_activity"];
        options?: never;
        head?: never;
        /** Edit a activity (JSON Merge Patch). */
        patch: operations["update_activity"];
        trace?: never;
    };
    "/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List playbooks. */
        get: operations["list_playbooks"];
        put?: never;
        /** Create a playbook. */
        post: operations["create_playbook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/playbooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one playbook. */
        get: operations["get_playbook"];
        put?: never;
        post?: never;
        /** Put a playbook into the recycle bin. */
        delete: operations["delete_playbook"];
        options?: never;
        head?: never;
        /** Edit a playbook (JSON Merge Patch). */
        patch: operations["update_playbook"];
        trace?: never;
    };
    "/calendar-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendar events. */
        get: operations["list_calendar_events"];
        put?: never;
        /** Create a calendar event. */
        post: operations["create_calendar_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one calendar event. */
        get: operations["get_calendar_event"];
        put?: never;
        post?: never;
        /** Put a calendar event into the recycle bin. */
        delete: operations["delete_calendar_event"];
        options?: never;
        head?: never;
        /** Edit a calendar event (JSON Merge Patch). */
        patch: operations["update_calendar_event"];
        trace?: never;
    };
    "/calendar-events/{id}/rsvp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer an invitation. */
        post: operations["rsvp_calendar_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what one has to do on some dates: events, plans, and contacts that are due. */
        get: operations["read_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/calendar-feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether programs outside may read one's calendar. */
        get: operations["read_calendar_feed"];
        put?: never;
        /** Make a secret address for one's calendar; an older one opens nothing more. */
        post: operations["open_calendar_feed"];
        /** Let nobody read one's calendar from outside any more. */
        delete: operations["close_calendar_feed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a calendar by its secret token (RFC 5545). */
        get: operations["read_calendar_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calls. */
        get: operations["list_calls"];
        put?: never;
        /** Tell of a call; told again, it is known. */
        post: operations["create_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one call. */
        get: operations["get_call"];
        put?: never;
        post?: never;
        /** Put a call into the recycle bin. */
        delete: operations["delete_call"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say with whom a call was. */
        post: operations["match_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List emails. */
        get: operations["list_emails"];
        put?: never;
        /** Tell of a email; told again, it is known. */
        post: operations["create_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one email. */
        get: operations["get_email"];
        put?: never;
        post?: never;
        /** Put a email into the recycle bin. */
        delete: operations["delete_email"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/call-analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what calls were like: by person and by hour of the day. */
        get: operations["read_call_analysis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was said about a activity. */
        get: operations["list_activity_comments"];
        put?: never;
        /** Say something about a activity. */
        post: operations["add_activity_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one's own comment away. */
        delete: operations["delete_activity_comment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what was said about a work report. */
        get: operations["list_work_report_comments"];
        put?: never;
        /** Say something about a work report. */
        post: operations["add_work_report_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/{id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one's own comment away. */
        delete: operations["delete_work_report_comment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List follow up plans. */
        get: operations["list_follow_up_plans"];
        put?: never;
        /** Create a follow up plan. */
        post: operations["create_follow_up_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up-plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one follow up plan. */
        get: operations["get_follow_up_plan"];
        put?: never;
        post?: never;
        /** Put a follow up plan into the recycle bin. */
        delete: operations["delete_follow_up_plan"];
        options?: never;
        head?: never;
        /** Edit a follow up plan (JSON Merge Patch). */
        patch: operations["update_follow_up_plan"];
        trace?: never;
    };
    "/follow-up-plans/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to carry a plan out. */
        post: operations["start_follow_up_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up-plans/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a plan was carried out, and write down what was said. */
        post: operations["complete_follow_up_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up-plans/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a plan up. */
        post: operations["cancel_follow_up_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List visits. */
        get: operations["list_visits"];
        put?: never;
        /** Create a visit. */
        post: operations["create_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one visit. */
        get: operations["get_visit"];
        put?: never;
        post?: never;
        /** Put a visit into the recycle bin. */
        delete: operations["delete_visit"];
        options?: never;
        head?: never;
        /** Edit a visit (JSON Merge Patch). */
        patch: operations["update_visit"];
        trace?: never;
    };
    "/visits/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has arrived. */
        post: operations["check_in_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/{id}/check-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one leaves, and write down what was said. */
        post: operations["check_out_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List work reports. */
        get: operations["list_work_reports"];
        put?: never;
        /** Create a work report. */
        post: operations["create_work_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one work report. */
        get: operations["get_work_report"];
        put?: never;
        post?: never;
        /** Put a work report into the recycle bin. */
        delete: operations["delete_work_report"];
        options?: never;
        head?: never;
        /** Edit a work report (JSON Merge Patch). */
        patch: operations["update_work_report"];
        trace?: never;
    };
    "/work-reports/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a report in, with the figures of its time. */
        post: operations["submit_work_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what one thinks of a report. */
        post: operations["review_work_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the figures of one's own day, week or month as they are now. */
        get: operations["read_work_report_figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/missing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List those whose report is not there; of the latest period that is due. */
        get: operations["list_missing_work_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what happened with a customer, newest first, with what happened to the leads it came from. */
        get: operations["get_customer_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what happened with a lead, newest first. */
        get: operations["get_lead_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what one has to do now, by kind, each with its first records. */
        get: operations["list_todos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/todos/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hide a to-do until its date changes. */
        post: operations["dismiss_todo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers. */
        get: operations["list_customers"];
        put?: never;
        /** Create a customer. */
        post: operations["create_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one customer. */
        get: operations["get_customer"];
        put?: never;
        post?: never;
        /** Put a customer into the recycle bin. */
        delete: operations["delete_customer"];
        options?: never;
        head?: never;
        /** Edit a customer (JSON Merge Patch). */
        patch: operations["update_customer"];
        trace?: never;
    };
    "/customers/batch/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change customers alike. */
        post: operations["batch_update_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put customers into the recycle bin. */
        post: operations["batch_delete_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/duplicates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find customers and open leads that may be the same. */
        post: operations["check_customer_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a customer out of its pool. */
        post: operations["claim_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a customer to somebody. */
        post: operations["assign_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a customer into the public sea. */
        post: operations["release_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an owned customer to another owner. */
        post: operations["transfer_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a customer that lies in a pool into another. */
        post: operations["move_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a customer from being taken back. */
        post: operations["lock_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the lock of a customer. */
        post: operations["unlock_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/set-key-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether a customer is a key account. */
        post: operations["set_key_account_customer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take customers out of their pools. */
        post: operations["batch_claim_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give customers to somebody. */
        post: operations["batch_assign_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put customers into the public sea. */
        post: operations["batch_release_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give owned customers to another owner. */
        post: operations["batch_transfer_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put customers that lie in pools into another. */
        post: operations["batch_move_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep customers from being taken back. */
        post: operations["batch_lock_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/batch/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the locks of customers. */
        post: operations["batch_unlock_customers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who works on a customer beside its owner. */
        get: operations["get_customer_team"];
        /** Say who works on a customer beside its owner. */
        put: operations["set_customer_team"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a customer with everything around it. */
        get: operations["get_customer_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/owner-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who had a customer, newest first. */
        get: operations["get_customer_owner_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/hierarchy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the companies above and below a customer. */
        get: operations["get_customer_hierarchy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts. */
        get: operations["list_contacts"];
        put?: never;
        /** Create a contact. */
        post: operations["create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one contact. */
        get: operations["get_contact"];
        put?: never;
        post?: never;
        /** Put a contact into the recycle bin. */
        delete: operations["delete_contact"];
        options?: never;
        head?: never;
        /** Edit a contact (JSON Merge Patch). */
        patch: operations["update_contact"];
        trace?: never;
    };
    "/contacts/batch/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change contacts alike. */
        post: operations["batch_update_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/batch/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put contacts into the recycle bin. */
        post: operations["batch_delete_contacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customer pools. */
        get: operations["list_customer_pools"];
        put?: never;
        /** Create a customer pool. */
        post: operations["create_customer_pool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one customer pool. */
        get: operations["get_customer_pool"];
        put?: never;
        post?: never;
        /** Put a customer pool into the recycle bin. */
        delete: operations["delete_customer_pool"];
        options?: never;
        head?: never;
        /** Edit a customer pool (JSON Merge Patch). */
        patch: operations["update_customer_pool"];
        trace?: never;
    };
    "/customer-relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customer relations. */
        get: operations["list_customer_relations"];
        put?: never;
        /** Create a customer relation. */
        post: operations["create_customer_relation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-relations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one customer relation. */
        get: operations["get_customer_relation"];
        put?: never;
        post?: never;
        /** Put a customer relation into the recycle bin. */
        delete: operations["delete_customer_relation"];
        options?: never;
        head?: never;
        /** Edit a customer relation (JSON Merge Patch). */
        patch: operations["update_customer_relation"];
        trace?: never;
    };
    "/customer-knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customer knowledge. */
        get: operations["list_customer_knowledge"];
        put?: never;
        /** Create a customer knowledge. */
        post: operations["create_customer_knowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-knowledge/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one customer knowledge. */
        get: operations["get_customer_knowledge"];
        put?: never;
        post?: never;
        /** Put a customer knowledge into the recycle bin. */
        delete: operations["delete_customer_knowledge"];
        options?: never;
        head?: never;
        /** Edit a customer knowledge (JSON Merge Patch). */
        patch: operations["update_customer_knowledge"];
        trace?: never;
    };
    "/customer-knowledge/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell those who subscribed what is known about a customer. */
        post: operations["publish_customer_knowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-knowledge/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who is told of what is known about a customer. */
        get: operations["get_customer_knowledge_audience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List knowledge subscriptions. */
        get: operations["list_knowledge_subscriptions"];
        put?: never;
        /** Create a knowledge subscription. */
        post: operations["create_knowledge_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one knowledge subscription. */
        get: operations["get_knowledge_subscription"];
        put?: never;
        post?: never;
        /** Put a knowledge subscription into the recycle bin. */
        delete: operations["delete_knowledge_subscription"];
        options?: never;
        head?: never;
        /** Edit a knowledge subscription (JSON Merge Patch). */
        patch: operations["update_knowledge_subscription"];
        trace?: never;
    };
    "/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leads. */
        get: operations["list_leads"];
        put?: never;
        /** Create a lead. */
        post: operations["create_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one lead. */
        get: operations["get_lead"];
        put?: never;
        post?: never;
        /** Put a lead into the recycle bin. */
        delete: operations["delete_lead"];
        options?: never;
        head?: never;
        /** Edit a lead (JSON Merge Patch). */
        patch: operations["update_lead"];
        trace?: never;
    };
    "/leads/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lead out of its pool. */
        post: operations["claim_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a lead to somebody. */
        post: operations["assign_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an owned lead to another owner. */
        post: operations["transfer_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a lead back into a pool. */
        post: operations["return_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/invalidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a lead leads nowhere. */
        post: operations["invalidate_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an invalid lead back into a pool. */
        post: operations["restore_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a customer and a contact of a lead, or link those that are there. */
        post: operations["convert_lead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take leads out of their pools. */
        post: operations["batch_claim_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give leads to somebody. */
        post: operations["batch_assign_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give owned leads to another owner. */
        post: operations["batch_transfer_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put leads back into a pool. */
        post: operations["batch_return_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change leads alike. */
        post: operations["batch_update_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/batch/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put leads into the recycle bin. */
        post: operations["batch_delete_leads"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/convert/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what converting a lead would write, and what stands in its way. */
        get: operations["preview_lead_conversion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/owner-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who had a lead, newest first. */
        get: operations["list_lead_owners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/duplicates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell which leads a new one may be the same as. */
        post: operations["check_lead_duplicates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List lead pools. */
        get: operations["list_lead_pools"];
        put?: never;
        /** Create a lead pool. */
        post: operations["create_lead_pool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-pools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one lead pool. */
        get: operations["get_lead_pool"];
        put?: never;
        post?: never;
        /** Put a lead pool into the recycle bin. */
        delete: operations["delete_lead_pool"];
        options?: never;
        head?: never;
        /** Edit a lead pool (JSON Merge Patch). */
        patch: operations["update_lead_pool"];
        trace?: never;
    };
    "/assignment-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List assignment rules. */
        get: operations["list_assignment_rules"];
        put?: never;
        /** Create a assignment rule. */
        post: operations["create_assignment_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignment-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one assignment rule. */
        get: operations["get_assignment_rule"];
        put?: never;
        post?: never;
        /** Put a assignment rule into the recycle bin. */
        delete: operations["delete_assignment_rule"];
        options?: never;
        head?: never;
        /** Edit a assignment rule (JSON Merge Patch). */
        patch: operations["update_assignment_rule"];
        trace?: never;
    };
    "/scoring-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scoring rules. */
        get: operations["list_scoring_rules"];
        put?: never;
        /** Create a scoring rule. */
        post: operations["create_scoring_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scoring-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one scoring rule. */
        get: operations["get_scoring_rule"];
        put?: never;
        post?: never;
        /** Put a scoring rule into the recycle bin. */
        delete: operations["delete_scoring_rule"];
        options?: never;
        head?: never;
        /** Edit a scoring rule (JSON Merge Patch). */
        patch: operations["update_scoring_rule"];
        trace?: never;
    };
    "/capacity-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List capacity rules. */
        get: operations["list_capacity_rules"];
        put?: never;
        /** Create a capacity rule. */
        post: operations["create_capacity_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/capacity-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one capacity rule. */
        get: operations["get_capacity_rule"];
        put?: never;
        post?: never;
        /** Put a capacity rule into the recycle bin. */
        delete: operations["delete_capacity_rule"];
        options?: never;
        head?: never;
        /** Edit a capacity rule (JSON Merge Patch). */
        patch: operations["update_capacity_rule"];
        trace?: never;
    };
    "/me/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what I may still claim today, and hold. */
        get: operations["list_my_quotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the kinds of records there are. */
        get: operations["list_meta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meta/{resource}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describe a resource: its fields, states and actions, as the caller may see them. */
        get: operations["get_meta"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/meta/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the events there are, what templates may say of them, and who usually hears. */
        get: operations["list_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fill a template in, with a record as the caller sees it. */
        post: operations["preview_notification_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how many messages one has not read. */
        get: operations["count_unread_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that one has read some messages (`ids`), or `all`. */
        post: operations["read_notifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell of what, by which channels and when one is told. */
        get: operations["get_notification_preferences"];
        /** Choose by which channels one is told of what, and when not. */
        put: operations["set_notification_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks. */
        get: operations["list_webhooks"];
        put?: never;
        /** Let a program be told of events; its secret is shown this once. */
        post: operations["create_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one webhook. */
        get: operations["get_webhook"];
        put?: never;
        post?: never;
        /** Put a webhook into the recycle bin. */
        delete: operations["delete_webhook"];
        options?: never;
        head?: never;
        /** Edit a webhook (JSON Merge Patch). */
        patch: operations["update_webhook"];
        trace?: never;
    };
    "/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a webhook another secret; it is shown this once. */
        post: operations["rotate_webhook_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a webhook something, to see whether it hears. */
        post: operations["test_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a webhook was told, and what it answered. */
        get: operations["list_webhook_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what a webhook was told by one call, with the body that was sent. */
        get: operations["get_webhook_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell once more: some calls (`ids`), or all `since` a time. */
        post: operations["replay_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notifications. */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one notification. */
        get: operations["get_notification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notification rules. */
        get: operations["list_notification_rules"];
        put?: never;
        /** Create a notification rule. */
        post: operations["create_notification_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one notification rule. */
        get: operations["get_notification_rule"];
        put?: never;
        post?: never;
        /** Put a notification rule into the recycle bin. */
        delete: operations["delete_notification_rule"];
        options?: never;
        head?: never;
        /** Edit a notification rule (JSON Merge Patch). */
        patch: operations["update_notification_rule"];
        trace?: never;
    };
    "/notification-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notification templates. */
        get: operations["list_notification_templates"];
        put?: never;
        /** Create a notification template. */
        post: operations["create_notification_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one notification template. */
        get: operations["get_notification_template"];
        put?: never;
        post?: never;
        /** Put a notification template into the recycle bin. */
        delete: operations["delete_notification_template"];
        options?: never;
        head?: never;
        /** Edit a notification template (JSON Merge Patch). */
        patch: operations["update_notification_template"];
        trace?: never;
    };
    "/notification-templates/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it to oneself, with names in the places of values. */
        post: operations["test_notification_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notification channels. */
        get: operations["list_notification_channels"];
        put?: never;
        /** Create a notification channel. */
        post: operations["create_notification_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one notification channel. */
        get: operations["get_notification_channel"];
        put?: never;
        post?: never;
        /** Put a notification channel into the recycle bin. */
        delete: operations["delete_notification_channel"];
        options?: never;
        head?: never;
        /** Edit a notification channel (JSON Merge Patch). */
        patch: operations["update_notification_channel"];
        trace?: never;
    };
    "/notification-channels/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where the robot of a group is; it is not shown again. */
        post: operations["set_notification_channel_address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send oneself a word by a channel. */
        post: operations["test_notification_channel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notification deliveries. */
        get: operations["list_notification_deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one notification delivery. */
        get: operations["get_notification_delivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-deliveries/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try once more to send what could not be sent. */
        post: operations["retry_notification_delivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List opportunities. */
        get: operations["list_opportunities"];
        put?: never;
        /** Create a opportunity. */
        post: operations["create_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one opportunity. */
        get: operations["get_opportunity"];
        put?: never;
        post?: never;
        /** Put a opportunity into the recycle bin. */
        delete: operations["delete_opportunity"];
        options?: never;
        head?: never;
        /** Edit a opportunity (JSON Merge Patch). */
        patch: operations["update_opportunity"];
        trace?: never;
    };
    "/opportunities/batch/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change opportunities alike. */
        post: operations["batch_update_opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/batch/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put opportunities into the recycle bin. */
        post: operations["batch_delete_opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move an opportunity to another stage of its pipeline. */
        post: operations["stage_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/change-pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an opportunity begin anew in another pipeline. */
        post: operations["change_pipeline_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/win": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Win an opportunity. */
        post: operations["win_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lose an opportunity, and say why. */
        post: operations["lose_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/abandon": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an opportunity up, and say why. */
        post: operations["abandon_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an opportunity that has ended go on where it stood last. */
        post: operations["reopen_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an open opportunity to another owner. */
        post: operations["transfer_opportunity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/batch/stage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move opportunities to another stage of their pipeline. */
        post: operations["batch_stage_opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/batch/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give open opportunities to another owner. */
        post: operations["batch_transfer_opportunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/stage-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell where an opportunity stood, from when to when. */
        get: operations["get_opportunity_stage_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the open opportunities of a pipeline by their stages. */
        get: operations["get_opportunity_board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List forecasts. */
        get: operations["list_forecasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one forecast. */
        get: operations["get_forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts/{id}/override": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what will come in, in the place of somebody's forecast. */
        post: operations["override_forecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what is expected to come in within a month or a quarter. */
        get: operations["get_forecast_of_period"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit one's own forecast of a period. */
        post: operations["submit_forecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List pipelines. */
        get: operations["list_pipelines"];
        put?: never;
        /** Create a pipeline. */
        post: operations["create_pipeline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one pipeline. */
        get: operations["get_pipeline"];
        put?: never;
        post?: never;
        /** Put a pipeline into the recycle bin. */
        delete: operations["delete_pipeline"];
        options?: never;
        head?: never;
        /** Edit a pipeline (JSON Merge Patch). */
        patch: operations["update_pipeline"];
        trace?: never;
    };
    "/stages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List stages. */
        get: operations["list_stages"];
        put?: never;
        /** Create a stage. */
        post: operations["create_stage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one stage. */
        get: operations["get_stage"];
        put?: never;
        post?: never;
        /** Put a stage into the recycle bin. */
        delete: operations["delete_stage"];
        options?: never;
        head?: never;
        /** Edit a stage (JSON Merge Patch). */
        patch: operations["update_stage"];
        trace?: never;
    };
    "/competitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List competitors. */
        get: operations["list_competitors"];
        put?: never;
        /** Create a competitor. */
        post: operations["create_competitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/competitors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one competitor. */
        get: operations["get_competitor"];
        put?: never;
        post?: never;
        /** Put a competitor into the recycle bin. */
        delete: operations["delete_competitor"];
        options?: never;
        head?: never;
        /** Edit a competitor (JSON Merge Patch). */
        patch: operations["update_competitor"];
        trace?: never;
    };
    "/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List exchange rates. */
        get: operations["list_exchange_rates"];
        put?: never;
        /** Create a exchange rate. */
        post: operations["create_exchange_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one exchange rate. */
        get: operations["get_exchange_rate"];
        put?: never;
        post?: never;
        /** Put a exchange rate into the recycle bin. */
        delete: operations["delete_exchange_rate"];
        options?: never;
        head?: never;
        /** Edit a exchange rate (JSON Merge Patch). */
        patch: operations["update_exchange_rate"];
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List calendars. */
        get: operations["list_calendars"];
        put?: never;
        /** Create a calendar. */
        post: operations["create_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one calendar. */
        get: operations["get_calendar"];
        put?: never;
        post?: never;
        /** Put a calendar into the recycle bin. */
        delete: operations["delete_calendar"];
        options?: never;
        head?: never;
        /** Edit a calendar (JSON Merge Patch). */
        patch: operations["update_calendar"];
        trace?: never;
    };
    "/calendars/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the holidays of some years out of a file (JSON or CSV), in place of those known; without a file, the years that come with the product. */
        post: operations["import_calendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find when so many working minutes are over. */
        get: operations["add_working_time"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/between": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the working minutes between two times. */
        get: operations["working_time_between"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List custom fields. */
        get: operations["list_custom_fields"];
        put?: never;
        /** Create a custom field. */
        post: operations["create_custom_field"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one custom field. */
        get: operations["get_custom_field"];
        put?: never;
        post?: never;
        /** Put a custom field into the recycle bin. */
        delete: operations["delete_custom_field"];
        options?: never;
        head?: never;
        /** Edit a custom field (JSON Merge Patch). */
        patch: operations["update_custom_field"];
        trace?: never;
    };
    "/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List layouts. */
        get: operations["list_layouts"];
        put?: never;
        /** Create a layout. */
        post: operations["create_layout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/layouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one layout. */
        get: operations["get_layout"];
        put?: never;
        post?: never;
        /** Put a layout into the recycle bin. */
        delete: operations["delete_layout"];
        options?: never;
        head?: never;
        /** Edit a layout (JSON Merge Patch). */
        patch: operations["update_layout"];
        trace?: never;
    };
    "/dictionaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List dictionaries. */
        get: operations["list_dictionaries"];
        put?: never;
        /** Create a dictionary. */
        post: operations["create_dictionary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dictionaries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one dictionary. */
        get: operations["get_dictionary"];
        put?: never;
        post?: never;
        /** Put a dictionary into the recycle bin. */
        delete: operations["delete_dictionary"];
        options?: never;
        head?: never;
        /** Edit a dictionary (JSON Merge Patch). */
        patch: operations["update_dictionary"];
        trace?: never;
    };
    "/numbering-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List numbering rules. */
        get: operations["list_numbering_rules"];
        put?: never;
        /** Create a numbering rule. */
        post: operations["create_numbering_rule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbering-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one numbering rule. */
        get: operations["get_numbering_rule"];
        put?: never;
        post?: never;
        /** Put a numbering rule into the recycle bin. */
        delete: operations["delete_numbering_rule"];
        options?: never;
        head?: never;
        /** Edit a numbering rule (JSON Merge Patch). */
        patch: operations["update_numbering_rule"];
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List views. */
        get: operations["list_views"];
        put?: never;
        /** Create a view. */
        post: operations["create_view"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one view. */
        get: operations["get_view"];
        put?: never;
        post?: never;
        /** Put a view into the recycle bin. */
        delete: operations["delete_view"];
        options?: never;
        head?: never;
        /** Edit a view (JSON Merge Patch). */
        patch: operations["update_view"];
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file (at most 20 MB) that a record can then hold: an attachment of an activity, the photo of a check-in, a field for files. What no record holds is forgotten after a day; 200 of one person wait at most. */
        post: operations["create_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a lead holds in a field that the caller sees. */
        get: operations["get_lead_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a customer holds in a field that the caller sees. */
        get: operations["get_customer_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a contact holds in a field that the caller sees. */
        get: operations["get_contact_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a opportunity holds in a field that the caller sees. */
        get: operations["get_opportunity_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a activity holds in a field that the caller sees. */
        get: operations["get_activity_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/{id}/files/{file_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch a file that a visit holds in a field that the caller sees. */
        get: operations["get_visit_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recycle-bin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deleted records of one kind or of all, the latest first. */
        get: operations["list_deleted_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recycle-bin/{resource}/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a deleted record back, with what went with it. */
        post: operations["restore_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recycle-bin/{resource}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a deleted record away for good; its history stays. */
        delete: operations["purge_record"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search customers, leads, contacts and people at once. */
        get: operations["search_records"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read all settings with their defaults and bounds. */
        get: operations["list_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Set some settings: an object of keys and values. Null sets one back to its default, unless null is one of its values. */
        patch: operations["update_settings"];
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watch what changes (Server-Sent Events); resumes behind `Last-Event-ID`. */
        get: operations["watch_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one department: every write with its fields before and after. */
        get: operations["get_department_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one user: every write with its fields before and after. */
        get: operations["get_user_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one role: every write with its fields before and after. */
        get: operations["get_role_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one api key: every write with its fields before and after. */
        get: operations["get_api_key_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/leads/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one lead: every write with its fields before and after. */
        get: operations["get_lead_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lead-pools/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one lead pool: every write with its fields before and after. */
        get: operations["get_lead_pool_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assignment-rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one assignment rule: every write with its fields before and after. */
        get: operations["get_assignment_rule_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scoring-rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one scoring rule: every write with its fields before and after. */
        get: operations["get_scoring_rule_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/capacity-rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one capacity rule: every write with its fields before and after. */
        get: operations["get_capacity_rule_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one customer: every write with its fields before and after. */
        get: operations["get_customer_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one contact: every write with its fields before and after. */
        get: operations["get_contact_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-pools/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one customer pool: every write with its fields before and after. */
        get: operations["get_customer_pool_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-relations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one customer relation: every write with its fields before and after. */
        get: operations["get_customer_relation_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customer-knowledge/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one customer knowledge: every write with its fields before and after. */
        get: operations["get_customer_knowledge_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge-subscriptions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one knowledge subscription: every write with its fields before and after. */
        get: operations["get_knowledge_subscription_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pipelines/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one pipeline: every write with its fields before and after. */
        get: operations["get_pipeline_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stages/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one stage: every write with its fields before and after. */
        get: operations["get_stage_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/competitors/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one competitor: every write with its fields before and after. */
        get: operations["get_competitor_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exchange-rates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one exchange rate: every write with its fields before and after. */
        get: operations["get_exchange_rate_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opportunities/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one opportunity: every write with its fields before and after. */
        get: operations["get_opportunity_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forecasts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one forecast: every write with its fields before and after. */
        get: operations["get_forecast_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/activities/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one activity: every write with its fields before and after. */
        get: operations["get_activity_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/playbooks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one playbook: every write with its fields before and after. */
        get: operations["get_playbook_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/follow-up-plans/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one follow up plan: every write with its fields before and after. */
        get: operations["get_follow_up_plan_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/visits/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one visit: every write with its fields before and after. */
        get: operations["get_visit_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calls/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one call: every write with its fields before and after. */
        get: operations["get_call_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/emails/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one email: every write with its fields before and after. */
        get: operations["get_email_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar-events/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one calendar event: every write with its fields before and after. */
        get: operations["get_calendar_event_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-reports/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one work report: every write with its fields before and after. */
        get: operations["get_work_report_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one notification: every write with its fields before and after. */
        get: operations["get_notification_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one notification rule: every write with its fields before and after. */
        get: operations["get_notification_rule_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-templates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one notification template: every write with its fields before and after. */
        get: operations["get_notification_template_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-channels/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one notification channel: every write with its fields before and after. */
        get: operations["get_notification_channel_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-deliveries/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one notification delivery: every write with its fields before and after. */
        get: operations["get_notification_delivery_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one webhook: every write with its fields before and after. */
        get: operations["get_webhook_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one calendar: every write with its fields before and after. */
        get: operations["get_calendar_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/custom-fields/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one custom field: every write with its fields before and after. */
        get: operations["get_custom_field_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/layouts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one layout: every write with its fields before and after. */
        get: operations["get_layout_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dictionaries/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one dictionary: every write with its fields before and after. */
        get: operations["get_dictionary_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numbering-rules/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one numbering rule: every write with its fields before and after. */
        get: operations["get_numbering_rule_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what became of one view: every write with its fields before and after. */
        get: operations["get_view_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sign-ins, exports, denied attempts and changes of rights, the latest first. */
        get: operations["list_audit_logs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit-logs/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was written lately, of one kind of record or of all. */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the jobs that run by the clock. */
        get: operations["list_jobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/jobs/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a job now, in the background; a dry run only tells what would be done. */
        post: operations["run_job"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what ran, the latest first. */
        get: operations["list_job_runs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how one run went. */
        get: operations["get_job_run"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/test/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Stop the clock of the caller's organisation at a time (test servers only). */
        put: operations["set_test_clock"];
        post?: never;
        /** Let the clock of the caller's organisation run again (test servers only). */
        delete: operations["reset_test_clock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports, the latest first. */
        get: operations["list_imports"];
        put?: never;
        /** Upload a sheet (XLSX or CSV, at most 20 MB) to import; its columns are mapped as well as can be guessed. */
        post: operations["create_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch an empty sheet with the columns that can be imported. */
        get: operations["get_import_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one import. */
        get: operations["get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give columns their fields and say how rows become records. */
        patch: operations["update_import"];
        trace?: never;
    };
    "/imports/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow an import as server-sent events, until nothing goes on any more. */
        get: operations["follow_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look at rows of the sheet and what became of them, or of the failed ones. */
        get: operations["list_import_rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the sheet with what became of each row. */
        get: operations["get_import_result"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go through all rows in the background without writing anything. */
        post: operations["check_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the rows in the background. */
        post: operations["run_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what was written stays. */
        post: operations["cancel_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put what an import created, and nobody touched since, into the recycle bin (within 24 hours). */
        post: operations["undo_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own exports, the latest first. */
        get: operations["list_exports"];
        put?: never;
        /** Order a list as a file; it is written in the background. */
        post: operations["create_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one export. */
        get: operations["get_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an export. */
        post: operations["cancel_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fetch the file of an export, within 24 hours. */
        get: operations["get_export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActionMeta: {
            name: string;
            permission: string;
        };
        Activity: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description About
             * @enum {string}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity";
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string;
            /** @description Kind */
            kind?: string;
            /**
             * @description Direction
             * @enum {string}
             */
            direction?: "in" | "out";
            /** @description Content */
            content?: string;
            /** @description Outcome */
            outcome?: string | null;
            /**
             * Format: date-time
             * @description When
             */
            occurred_at?: string;
            /**
             * Format: int64
             * @description Seconds
             */
            duration_s?: number | null;
            participant_ids?: string[];
            /** @description Place */
            location?: string | null;
            attachments?: unknown;
            /**
             * Format: date-time
             * @description Next contact
             */
            next_contact_at?: string | null;
            /** @description Counts as contact */
            counts_as_contact?: boolean;
            /**
             * Format: uuid
             * @description Lead
             */
            lead_id?: string | null;
            /** @description Lead */
            lead_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /** @description Opportunity */
            opportunity_name?: string | null;
            /**
             * Format: uuid
             * @description Plan
             */
            plan_id?: string | null;
            /** @description Author */
            created_by_name?: string | null;
            /** @description Written by the system */
            system?: boolean;
            allowed_actions: string[];
        };
        /** @description What people write down. */
        ActivityDetails: {
            subject: components["schemas"]["Subject"];
            /** Format: uuid */
            subject_id: string;
            contact_id?: components["schemas"]["ContactId"] | null;
            kind: components["schemas"]["ActivityKind"];
            direction?: components["schemas"]["Direction"];
            content: components["schemas"]["LongText"];
            outcome?: components["schemas"]["Outcome"] | null;
            /**
             * Format: date-time
             * @description Now, if it is left out.
             */
            occurred_at?: string | null;
            /** Format: int32 */
            duration_s?: number | null;
            /** @description Colleagues who were there. */
            participant_ids?: components["schemas"]["UserId"][];
            location?: components["schemas"]["ShortText"] | null;
            /** @description Files that were sent before (`POST /files`). */
            attachments?: components["schemas"]["FileId"][];
            /**
             * Format: date-time
             * @description When to speak again; by the customer's level if it is left out.
             */
            next_contact_at?: string | null;
        };
        /** @enum {string} */
        ActivityKind: "Call" | "Visit" | "Email" | "Meeting" | "Wechat" | "Sms" | "Demo" | "Note" | "Request" | "Other";
        ActivityPatch: {
            /** @description Kind */
            kind?: string;
            /**
             * @description Direction
             * @enum {string}
             */
            direction?: "in" | "out";
            /** @description Content */
            content?: string;
            /** @description Outcome */
            outcome?: string | null;
            /**
             * Format: date-time
             * @description When
             */
            occurred_at?: string;
            /**
             * Format: int64
             * @description Seconds
             */
            duration_s?: number | null;
            participant_ids?: string[];
            /** @description Place */
            location?: string | null;
            attachments?: unknown;
            /**
             * Format: date-time
             * @description Next contact
             */
            next_contact_at?: string | null;
        };
        /** @description Where something is. */
        Address: string;
        /** @enum {string} */
        Along: "contacts" | "opportunities";
        /**
         * @description What an invited person says.
         * @enum {string}
         */
        Answer: "Accepted" | "Tentative" | "Declined";
        ApiKey: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description User
             */
            user_id?: string;
            /** @description User */
            user_name?: string;
            scopes?: string[];
            ip_allow?: string[];
            /**
             * Format: date-time
             * @description Expires at
             */
            expires_at?: string | null;
            /**
             * Format: int64
             * @description Requests a minute
             */
            rate_per_minute?: number;
            /** @description Ends in */
            hint?: string;
            allowed_actions: string[];
        };
        ApiKeyDetails: {
            name: components["schemas"]["Title"];
            user_id?: components["schemas"]["UserId"] | null;
            /** @description The permissions that the key is cut down to. */
            scopes: string[];
            /** @description The addresses and networks it may call from; any, where none is named. */
            ip_allow?: string[];
            /** Format: date-time */
            expires_at?: string | null;
            /** Format: int32 */
            rate_per_minute?: number | null;
        };
        ApiKeyPatch: {
            /** @description Name */
            name?: string;
            scopes?: string[];
            ip_allow?: string[];
            /**
             * Format: date-time
             * @description Expires at
             */
            expires_at?: string | null;
            /**
             * Format: int64
             * @description Requests a minute
             */
            rate_per_minute?: number;
        };
        AssignmentRule: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Pool
             */
            pool_id?: string | null;
            /** @description Pool's name */
            pool_name?: string | null;
            /**
             * Format: int64
             * @description Priority
             */
            priority?: number;
            /** @description Active */
            active?: boolean;
            condition?: unknown;
            /**
             * @description Method
             * @enum {string}
             */
            method?: "fixed" | "round_robin" | "weighted" | "least_loaded";
            user_ids?: string[];
            weights?: unknown;
            /**
             * Format: uuid
             * @description Pool to move to
             */
            target_pool_id?: string | null;
            /** @description Name of the pool to move to */
            target_pool_name?: string | null;
            /** @description Skips who is full */
            skip_full?: boolean;
            /** @description Skips who is on leave */
            skip_on_leave?: boolean;
            allowed_actions: string[];
        };
        AssignmentRuleDetails: {
            name: components["schemas"]["Name"];
            pool_id?: components["schemas"]["LeadPoolId"] | null;
            /**
             * Format: int32
             * @description The smallest is asked first; the first whose condition is met decides.
             */
            priority?: number;
            active?: boolean;
            /** @description A filter over the lead; null is every lead. */
            condition?: Record<string, never>;
            method: components["schemas"]["Method"];
            user_ids?: components["schemas"]["UserId"][];
            /** @description For `weighted`: how many turns each of `user_ids` has, in their order. */
            weights?: number[];
            target_pool_id?: components["schemas"]["LeadPoolId"] | null;
            skip_full?: boolean;
            skip_on_leave?: boolean;
        };
        /** Format: uuid */
        AssignmentRuleId: string;
        AssignmentRulePatch: {
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Pool
             */
            pool_id?: string | null;
            /**
             * Format: int64
             * @description Priority
             */
            priority?: number;
            /** @description Active */
            active?: boolean;
            condition?: unknown;
            /**
             * @description Method
             * @enum {string}
             */
            method?: "fixed" | "round_robin" | "weighted" | "least_loaded";
            user_ids?: string[];
            weights?: unknown;
            /**
             * Format: uuid
             * @description Pool to move to
             */
            target_pool_id?: string | null;
            /** @description Skips who is full */
            skip_full?: boolean;
            /** @description Skips who is on leave */
            skip_on_leave?: boolean;
        };
        /** @description Those who are told of an entry when it is published. */
        Audience: {
            user_ids: components["schemas"]["UserId"][];
        };
        /** @description One thing that was done, or tried. */
        AuditEntry: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            actor_id?: string | null;
            actor_name?: string | null;
            actor_kind: string;
            action: string;
            resource?: string | null;
            /** Format: uuid */
            record_id?: string | null;
            /** @description `done`, `denied` or `failed`. */
            result: string;
            ip?: string | null;
            user_agent?: string | null;
            /** Format: uuid */
            request_id?: string | null;
            details: unknown;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next_cursor: string | null;
        };
        BatchFailure: {
            /** Format: uuid */
            id: string;
            code: string;
            message: string;
        };
        /** @description What became of each record of a batch. */
        BatchResult: {
            succeeded: string[];
            failed: components["schemas"]["BatchFailure"][];
        };
        /** @description A birthday: `1990-05-01`, or `--05-01` where the year is not known. */
        Birthday: string;
        /** @enum {string} */
        BirthdayCalendar: "Solar" | "Lunar";
        /** @description A part of the page; null where it is denied. */
        Block: {
            denied: boolean;
            data?: Record<string, never> | null;
        };
        Board: {
            /** Format: uuid */
            pipeline_id: string;
            stages: components["schemas"]["BoardLane"][];
        };
        /** @description A stage with what stands in it; sums are in the organisation's currency, null where amounts are hidden. */
        BoardLane: {
            /** Format: uuid */
            id: string;
            name: string;
            type: components["schemas"]["StageType"];
            /** Format: int32 */
            probability: number;
            forecast_category: components["schemas"]["ForecastCategory"];
            /** Format: int32 */
            max_days?: number | null;
            /** Format: int64 */
            count: number;
            amount?: string | null;
            weighted_amount?: string | null;
            items: Record<string, never>[];
            /** @description Goes on in `GET /opportunities?status=open&stage_id=…` with the same filter and order. */
            next_cursor?: string | null;
        };
        Calendar: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /** @description Time zone */
            time_zone?: string;
            weekly?: unknown;
            exceptions?: unknown;
            /** @description Default */
            is_default?: boolean;
            allowed_actions: string[];
        };
        CalendarDetails: {
            name: components["schemas"]["Name"];
            /** @description Left out, it is the organisation's. */
            time_zone: components["schemas"]["ZoneName"];
            /** @description Left out, it is Monday to Friday. */
            weekly: components["schemas"]["WeeklyHours"][];
            /** @description Holidays, and working days in lieu of them. */
            exceptions?: components["schemas"]["Exception"][];
            /** @description Whether it counts wherever nobody names another. */
            is_default?: boolean;
        };
        CalendarEvent: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Title */
            title?: string;
            /**
             * Format: date-time
             * @description Begins at
             */
            start_at?: string;
            /**
             * Format: date-time
             * @description Ends at
             */
            end_at?: string;
            /** @description All day */
            all_day?: boolean;
            /** @description Place */
            location?: string | null;
            /** @description Description */
            content?: string | null;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            attendee_ids?: string[];
            rsvp?: unknown;
            reminders?: unknown;
            /** @description Seen by all */
            shared?: boolean;
            /** @description Source */
            source?: string;
            /**
             * @description About
             * @enum {string|null}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity" | null;
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string | null;
            /**
             * Format: uuid
             * @description Lead
             */
            lead_id?: string | null;
            /** @description Lead */
            lead_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /** @description Opportunity */
            opportunity_name?: string | null;
            allowed_actions: string[];
        };
        CalendarEventPatch: {
            /** @description Title */
            title?: string;
            /**
             * Format: date-time
             * @description Begins at
             */
            start_at?: string;
            /**
             * Format: date-time
             * @description Ends at
             */
            end_at?: string;
            /** @description All day */
            all_day?: boolean;
            /** @description Place */
            location?: string | null;
            /** @description Description */
            content?: string | null;
            attendee_ids?: string[];
            reminders?: unknown;
            /** @description Seen by all */
            shared?: boolean;
            /**
             * @description About
             * @enum {string|null}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity" | null;
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string | null;
        };
        /** @description The address under which a program reads one's calendar. It is shown once. */
        CalendarFeed: {
            /**
             * Format: date-time
             * @description Null where none was made.
             */
            since: string | null;
            /** @description Only in the answer that makes it. */
            path?: string | null;
        };
        CalendarPatch: {
            /** @description Name */
            name?: string;
            /** @description Time zone */
            time_zone?: string;
            weekly?: unknown;
            exceptions?: unknown;
            /** @description Default */
            is_default?: boolean;
        };
        /** @description What a person has to do, in its order. */
        CalendarView: {
            items: components["schemas"]["Entry"][];
        };
        Call: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            owner_department_id?: string | null;
            /** @description Department */
            owner_department_name?: string | null;
            /**
             * @description Direction
             * @enum {string}
             */
            direction?: "in" | "out";
            /** @description Number */
            number?: string;
            /**
             * Format: date-time
             * @description Began at
             */
            started_at?: string;
            /**
             * Format: int64
             * @description Seconds of ringing
             */
            ring_s?: number;
            /**
             * Format: int64
             * @description Seconds of talk
             */
            talk_s?: number;
            /** @description Connected */
            connected?: boolean;
            /**
             * @description Ended by
             * @enum {string|null}
             */
            hangup?: "caller" | "callee" | "system" | null;
            /** @description Recording */
            recording_url?: string | null;
            /** @description Id of the provider */
            provider_id?: string | null;
            /**
             * @description About
             * @enum {string|null}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity" | null;
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string | null;
            /**
             * Format: uuid
             * @description Lead
             */
            lead_id?: string | null;
            /** @description Lead */
            lead_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /** @description Opportunity */
            opportunity_name?: string | null;
            candidates?: unknown;
            /**
             * Format: uuid
             * @description Activity
             */
            activity_id?: string | null;
            allowed_actions: string[];
        };
        CallAnalysis: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            total: components["schemas"]["CallFigures"];
            by_user: components["schemas"]["CallsOf"][];
            by_hour: components["schemas"]["CallsAt"][];
        };
        /** @description A call as a provider or a person tells of it. */
        CallDetails: {
            owner_id?: components["schemas"]["UserId"] | null;
            direction?: components["schemas"]["Direction"];
            /** @description The number of the other side; anything that a network shows. */
            number: components["schemas"]["ShortText"];
            /** Format: date-time */
            started_at: string;
            /** Format: int32 */
            ring_s?: number;
            /** Format: int32 */
            talk_s?: number;
            connected?: boolean;
            hangup?: components["schemas"]["Hangup"] | null;
            recording_url?: components["schemas"]["Url"] | null;
            provider_id?: components["schemas"]["ShortText"] | null;
        };
        CallFigures: {
            /** Format: int64 */
            calls: number;
            /** Format: int64 */
            outbound: number;
            /** Format: int64 */
            connected: number;
            /** @description Connected of a hundred outbound calls; null where there were none. */
            connect_rate: string | null;
            /** Format: int64 */
            talk_s: number;
            /** @description Seconds of talk in each connected call. */
            avg_talk: string | null;
            /**
             * Format: int64
             * @description Calls that lasted.
             */
            effective: number;
        };
        CallsAt: components["schemas"]["CallFigures"] & {
            /**
             * Format: int32
             * @description The hour of the organisation's clock.
             */
            hour: number;
        };
        CallsOf: components["schemas"]["CallFigures"] & {
            user_id: components["schemas"]["UserId"];
            user_name: string;
        };
        Cancellation: {
            reason: components["schemas"]["Note"];
            /** @description With all that come after it in its series. */
            series?: boolean;
        };
        /** @description A record that may be the same. Of one that the caller may not see he learns its name and whom to ask. */
        Candidate: {
            /**
             * Format: uuid
             * @description Null where the caller may not see the record.
             */
            id?: string | null;
            object: Record<string, never>;
            level: components["schemas"]["MatchLevel"];
            matched_on: components["schemas"]["MatchedOn"];
            name: string;
            /** Format: uuid */
            owner_id?: string | null;
            owner_name?: string | null;
            owner_department_name?: string | null;
            /**
             * Format: uuid
             * @description The pool from which it may be claimed instead.
             */
            pool_id?: string | null;
            deal_status?: string | null;
            /** Format: date-time */
            last_activity_at?: string | null;
            masked: boolean;
            /** @description A customer like this one cannot be created without an override. */
            blocking: boolean;
        };
        CapacityRule: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * @description Object
             * @enum {string}
             */
            object?: "lead" | "customer";
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            /**
             * Format: int64
             * @description Most that one may hold
             */
            max_owned?: number | null;
            count_statuses?: string[];
            /** @description Customers who bought count */
            dealt_counts?: boolean | null;
            /**
             * Format: int64
             * @description Priority
             */
            priority?: number;
            allowed_actions: string[];
        };
        CapacityRuleDetails: {
            name: components["schemas"]["Name"];
            object: components["schemas"]["HeldObject"];
            /** @description Whom it is for; naming nobody, the whole organisation. */
            user_ids?: components["schemas"]["UserId"][];
            role_ids?: components["schemas"]["RoleId"][];
            /** @description With the departments below them. */
            department_ids?: components["schemas"]["DepartmentId"][];
            /**
             * Format: int32
             * @description Null is any number.
             */
            max_owned?: number | null;
            /** @description The states of leads that count; null: as the settings say. */
            count_statuses?: components["schemas"]["LeadStatus"][] | null;
            /** @description Whether customers who bought count; null: as the settings say. */
            dealt_counts?: boolean | null;
            /**
             * Format: int32
             * @description Where two rules are equally close to a person, the lower number counts.
             */
            priority?: number;
        };
        CapacityRulePatch: {
            /** @description Name */
            name?: string;
            /**
             * @description Object
             * @enum {string}
             */
            object?: "lead" | "customer";
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            /**
             * Format: int64
             * @description Most that one may hold
             */
            max_owned?: number | null;
            count_statuses?: string[];
            /** @description Customers who bought count */
            dealt_counts?: boolean | null;
            /**
             * Format: int64
             * @description Priority
             */
            priority?: number;
        };
        /** @enum {string} */
        Category: "External" | "Internal" | "Partner";
        /** @description What one event says. */
        ChangeHint: {
            resource: string;
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            version: number;
            /** @description `claimed` of `lead.claimed`. */
            action: string;
        };
        /** @description What is laid over each record, as a merge patch. */
        Changes: {
            changes: {
                [key: string]: unknown;
            };
        };
        /**
         * @description The ways to reach somebody.
         * @enum {string}
         */
        Channel: "Phone" | "Sms" | "Email" | "Wechat" | "Visit" | "Mail";
        ChannelDetails: {
            channel: components["schemas"]["Channel"];
            sender?: components["schemas"]["ShortText"] | null;
            reply_to?: components["schemas"]["Email"] | null;
            /**
             * Format: int32
             * @description How many messages may go out on a day; nothing: as many as there are.
             */
            daily_limit?: number | null;
        };
        ChannelPreference: {
            channel: components["schemas"]["Channel"];
            on: boolean;
            /** @description Not his to choose; not read. */
            fixed?: boolean;
        };
        /** @description Where somebody is. */
        CheckIn: {
            lat: string;
            lng: string;
            address?: components["schemas"]["Address"] | null;
            /**
             * Format: uuid
             * @description A file that was sent before (`POST /files`).
             */
            photo_id?: string | null;
        };
        /** @description Where somebody was until now, and what was said there. */
        CheckOut: {
            lat?: string | null;
            lng?: string | null;
            address?: components["schemas"]["Address"] | null;
            content: components["schemas"]["LongText"];
            outcome?: components["schemas"]["Outcome"] | null;
        };
        /**
         * @description A time of the clock in minutes, written `09:00`; the end of a day is `24:00`.
         * @example 09:00
         */
        ClockTime: string;
        /** @description A name for programs: a dictionary code, a setting's value, a role. */
        Code: string;
        /** @description A colour of the design, or `#rrggbb`. */
        Color: string;
        Comment: {
            /** Format: uuid */
            id: string;
            content: string;
            mention_ids: components["schemas"]["UserId"][];
            /** Format: date-time */
            created_at: string;
            created_by?: components["schemas"]["UserId"] | null;
            created_by_name: string | null;
        };
        CommentDetails: {
            content: components["schemas"]["Note"];
            /** @description Who is spoken to. */
            mention_ids?: components["schemas"]["UserId"][];
        };
        /** @description What was said beside a record, the first first. */
        CommentList: {
            items: components["schemas"]["Comment"][];
        };
        Competitor: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /** @description Website */
            website?: string | null;
            /** @description Products */
            products?: string | null;
            /** @description Strengths */
            strengths?: string | null;
            /** @description Weaknesses */
            weaknesses?: string | null;
            allowed_actions: string[];
        };
        CompetitorDetails: {
            name: components["schemas"]["Name"];
            website?: components["schemas"]["Url"] | null;
            products?: components["schemas"]["LongText"] | null;
            strengths?: components["schemas"]["LongText"] | null;
            weaknesses?: components["schemas"]["LongText"] | null;
        };
        /** Format: uuid */
        CompetitorId: string;
        CompetitorPatch: {
            /** @description Name */
            name?: string;
            /** @description Website */
            website?: string | null;
            /** @description Products */
            products?: string | null;
            /** @description Strengths */
            strengths?: string | null;
            /** @description Weaknesses */
            weaknesses?: string | null;
        };
        /** @description What was done, or where it is written down already. */
        Completion: {
            /** @description An activity; what it is about, its kind and its text are the plan's unless it says otherwise. */
            activity?: Record<string, never>;
            /** Format: uuid */
            activity_id?: string | null;
        };
        /** @enum {string} */
        Confidence: "Low" | "Mid" | "High";
        Contact: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string;
            /** @description Customer */
            customer_name?: string | null;
            /** @description Name */
            name?: string;
            /** @description Gender */
            gender?: string | null;
            /** @description Title */
            title?: string | null;
            /** @description Department */
            department?: string | null;
            /** @description Role in the deal */
            role_in_deal?: string | null;
            /** @description Primary */
            is_primary?: boolean;
            /** @description Mobile */
            mobile?: string | null;
            /** @description Phone */
            phone?: string | null;
            /** @description E-mail */
            email?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Birthday */
            birthday?: string | null;
            /**
             * @description Calendar
             * @enum {string}
             */
            birthday_calendar?: "solar" | "lunar";
            preferences?: unknown;
            social?: unknown;
            /**
             * Format: uuid
             * @description Reports to
             */
            reports_to_id?: string | null;
            /** @description Reports to */
            reports_to_name?: string | null;
            do_not_contact?: string[];
            /** @description Consent */
            consent?: boolean | null;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "active" | "left";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string | null;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Owner's department
             */
            owner_department_id?: string | null;
            /** @description Owner's department */
            owner_department_name?: string | null;
            /**
             * Format: uuid
             * @description Pool
             */
            pool_id?: string | null;
            /** @description Pool */
            pool_name?: string | null;
            /**
             * Format: date-time
             * @description Last contact
             */
            last_activity_at?: string | null;
            tags?: string[];
            /** @description Remark */
            remark?: string | null;
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            allowed_actions: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description What people type in about a contact. */
        ContactDetails: {
            customer_id: components["schemas"]["CustomerId"];
            name: components["schemas"]["Name"];
            gender?: components["schemas"]["Gender"] | null;
            title?: components["schemas"]["ShortText"] | null;
            department?: components["schemas"]["ShortText"] | null;
            role_in_deal?: components["schemas"]["RoleInDeal"] | null;
            mobile?: components["schemas"]["Phone"] | null;
            phone?: components["schemas"]["Phone"] | null;
            email?: components["schemas"]["Email"] | null;
            wechat?: components["schemas"]["ShortText"] | null;
            address?: components["schemas"]["Address"] | null;
            birthday?: components["schemas"]["Birthday"] | null;
            birthday_calendar?: components["schemas"]["BirthdayCalendar"];
            preferences?: components["schemas"]["Preferences"];
            /** @description Accounts elsewhere, by the name of the network. */
            social?: Record<string, never>;
            reports_to_id?: components["schemas"]["ContactId"] | null;
            /** @description The one to speak to first; whoever was it before no longer is. */
            is_primary?: boolean | null;
            /** @description Ways in which he does not want to be reached. */
            do_not_contact?: components["schemas"]["Channel"][];
            /** @description Whether he agreed to be written to; unknown if nobody asked. */
            consent?: boolean | null;
            status?: components["schemas"]["ContactStatus"];
            tags?: components["schemas"]["Tag"][];
            remark?: components["schemas"]["LongText"] | null;
            external_source?: components["schemas"]["Code"] | null;
            external_id?: components["schemas"]["ShortText"] | null;
        } & {
            [key: string]: unknown;
        };
        /** Format: uuid */
        ContactId: string;
        /** @enum {string} */
        ContactMode: "create" | "link" | "none";
        ContactPart: {
            /** @default null */
            mode: components["schemas"]["ContactMode"] | null;
            /** @default null */
            id: components["schemas"]["ContactId"] | null;
            /** @description What is written instead of what the lead says. */
            fields?: Record<string, never>;
        };
        ContactPatch: {
            /** @description Name */
            name?: string;
            /** @description Gender */
            gender?: string | null;
            /** @description Title */
            title?: string | null;
            /** @description Department */
            department?: string | null;
            /** @description Role in the deal */
            role_in_deal?: string | null;
            /** @description Primary */
            is_primary?: boolean;
            /** @description Mobile */
            mobile?: string | null;
            /** @description Phone */
            phone?: string | null;
            /** @description E-mail */
            email?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Birthday */
            birthday?: string | null;
            /**
             * @description Calendar
             * @enum {string}
             */
            birthday_calendar?: "solar" | "lunar";
            preferences?: unknown;
            social?: unknown;
            /**
             * Format: uuid
             * @description Reports to
             */
            reports_to_id?: string | null;
            do_not_contact?: string[];
            /** @description Consent */
            consent?: boolean | null;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "active" | "left";
            tags?: string[];
            /** @description Remark */
            remark?: string | null;
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        ContactStatus: "Active" | "Left";
        Conversion: {
            /**
             * @default {
             *       "fields": {},
             *       "id": null,
             *       "mode": "create"
             *     }
             */
            customer: components["schemas"]["CustomerPart"];
            /**
             * @default {
             *       "fields": {},
             *       "id": null,
             *       "mode": null
             *     }
             */
            contact: components["schemas"]["ContactPart"];
            /**
             * @default {
             *       "mode": "none"
             *     }
             */
            opportunity: components["schemas"]["OpportunityPart"];
            /**
             * @description Makes a customer though there is one like it; needs the right to, and a reason.
             * @default false
             */
            override_duplicate: boolean;
            /** @default null */
            reason: components["schemas"]["Note"] | null;
        };
        /** @description How many there are; null where it is denied. At most 10,000 are counted. */
        Counts: {
            /** Format: int64 */
            contacts?: number | null;
            /** Format: int64 */
            activities?: number | null;
            /** Format: int64 */
            subsidiaries?: number | null;
            /** Format: int64 */
            leads?: number | null;
        };
        /** @description A currency whose amounts have a known scale: `CNY`. */
        Currency: string;
        CustomField: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description Object
             * @enum {string}
             */
            resource?: "leads" | "customers" | "contacts" | "opportunities";
            /** @description Key */
            key?: string;
            /**
             * @description Type
             * @enum {string}
             */
            type?: "text" | "long_text" | "number" | "money" | "percent" | "date" | "datetime" | "select" | "multi_select" | "boolean" | "phone" | "email" | "url" | "user" | "department" | "relation" | "region" | "attachment" | "image" | "formula" | "auto_number";
            /** @description Label */
            label?: string;
            /** @description English label */
            label_en?: string | null;
            /** @description Help */
            help?: string | null;
            /** @description Required */
            required?: boolean;
            /** @description Unique */
            is_unique?: boolean;
            /** @description Searchable */
            searchable?: boolean;
            /** @description Sensitive */
            sensitive?: boolean;
            default_value?: unknown;
            /** @description Minimum */
            min?: string | null;
            /** @description Maximum */
            max?: string | null;
            /** @description Pattern */
            pattern?: string | null;
            /**
             * Format: int64
             * @description Decimals
             */
            scale?: number | null;
            /** @description Dictionary */
            dictionary?: string | null;
            /** @description Points to */
            target?: string | null;
            /** @description Formula */
            formula?: string | null;
            numbering?: unknown;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            allowed_actions: string[];
        };
        /** @description What people say of a field. */
        CustomFieldDetails: {
            /** @description The records that have it: `leads`. */
            resource: components["schemas"]["ShortText"];
            key: components["schemas"]["FieldKey"];
            type: components["schemas"]["FieldType"];
            label: components["schemas"]["Name"];
            label_en?: components["schemas"]["Name"] | null;
            help?: components["schemas"]["Note"] | null;
            /** @description Asked for whenever a record is saved from now on. */
            required?: boolean;
            is_unique?: boolean;
            /** @description Whether records are found by it. */
            searchable?: boolean;
            /** @description Covered in lists for everybody whose roles do not say otherwise, and in the history. */
            sensitive?: boolean;
            default_value?: unknown;
            min?: components["schemas"]["ShortText"] | null;
            max?: components["schemas"]["ShortText"] | null;
            pattern?: components["schemas"]["ShortText"] | null;
            /**
             * Format: int32
             * @description How many decimals a number has.
             */
            scale?: number | null;
            dictionary?: components["schemas"]["ListCode"] | null;
            target?: components["schemas"]["ShortText"] | null;
            formula?: components["schemas"]["LongText"] | null;
            numbering?: components["schemas"]["NumberingRule"] | null;
            /** Format: int32 */
            position?: number;
        };
        CustomFieldPatch: {
            /**
             * @description Type
             * @enum {string}
             */
            type?: "text" | "long_text" | "number" | "money" | "percent" | "date" | "datetime" | "select" | "multi_select" | "boolean" | "phone" | "email" | "url" | "user" | "department" | "relation" | "region" | "attachment" | "image" | "formula" | "auto_number";
            /** @description Label */
            label?: string;
            /** @description English label */
            label_en?: string | null;
            /** @description Help */
            help?: string | null;
            /** @description Required */
            required?: boolean;
            /** @description Searchable */
            searchable?: boolean;
            /** @description Sensitive */
            sensitive?: boolean;
            default_value?: unknown;
            /** @description Minimum */
            min?: string | null;
            /** @description Maximum */
            max?: string | null;
            /** @description Pattern */
            pattern?: string | null;
            /**
             * Format: int64
             * @description Decimals
             */
            scale?: number | null;
            /** @description Formula */
            formula?: string | null;
            numbering?: unknown;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
        };
        Customer: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Number */
            no?: string;
            /** @description Name */
            name?: string;
            /** @description Short name */
            short_name?: string | null;
            aliases?: string[];
            /**
             * @description Status
             * @enum {string}
             */
            status?: "pooled" | "owned" | "merged";
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "company" | "person";
            /** @description Category */
            category?: string;
            /** @description Role */
            role?: string;
            /** @description Stage */
            stage?: string;
            /** @description Level */
            level?: string | null;
            /**
             * @description Level set by
             * @enum {string}
             */
            level_source?: "auto" | "manual";
            /**
             * Format: date
             * @description Level until
             */
            level_until?: string | null;
            /** @description Ownership nature */
            nature?: string | null;
            /** @description Credit code (USCC) */
            uscc?: string | null;
            /** @description Industry */
            industry?: string | null;
            /** @description Headcount */
            scale?: string | null;
            /** @description Region */
            region?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Latitude */
            lat?: string | null;
            /** @description Longitude */
            lng?: string | null;
            /** @description Phone */
            phone?: string | null;
            phones?: string[];
            /** @description E-mail */
            email?: string | null;
            /** @description Website */
            website?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Source */
            source?: string | null;
            /** @description Requirement */
            requirement?: string | null;
            need_types?: string[];
            /** @description Relationship */
            relationship?: string | null;
            /** @description Key account */
            is_key_account?: boolean;
            /**
             * @description Value class
             * @enum {string|null}
             */
            value_class?: "A" | "B" | "C" | null;
            rfm?: unknown;
            /** @description Credit limit */
            credit_limit?: string | null;
            /**
             * Format: int64
             * @description Payment terms (days)
             */
            payment_terms_days?: number;
            /** @description Satisfaction */
            satisfaction_avg?: string | null;
            /**
             * Format: uuid
             * @description Parent
             */
            parent_id?: string | null;
            /** @description Parent */
            parent_name?: string | null;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string | null;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Owner's department
             */
            owner_department_id?: string | null;
            /** @description Owner's department */
            owner_department_name?: string | null;
            /**
             * Format: date-time
             * @description Owned since
             */
            owned_since?: string | null;
            /**
             * Format: uuid
             * @description Pool
             */
            pool_id?: string | null;
            /** @description Pool */
            pool_name?: string | null;
            /**
             * Format: date-time
             * @description In the pool since
             */
            pooled_at?: string | null;
            /**
             * @description Pooled by
             * @enum {string|null}
             */
            pooled_by?: "rep" | "manager" | "system" | "creation" | null;
            /** @description Reason */
            pooled_reason?: string | null;
            /**
             * Format: uuid
             * @description Pool it came from
             */
            origin_pool_id?: string;
            /** @description Pool it came from */
            origin_pool_name?: string | null;
            /**
             * Format: uuid
             * @description Former owner
             */
            last_owner_id?: string | null;
            /** @description Former owner */
            last_owner_name?: string | null;
            /**
             * Format: date-time
             * @description Formerly owned until
             */
            last_owned_until?: string | null;
            /** @description Locked */
            locked?: boolean;
            /**
             * Format: date
             * @description Locked until
             */
            locked_until?: string | null;
            /**
             * Format: uuid
             * @description Locked by
             */
            locked_by?: string | null;
            /** @description Locked by */
            locked_by_name?: string | null;
            /** @description Reason of the lock */
            lock_reason?: string | null;
            /**
             * Format: date
             * @description Recycled after
             */
            recycle_due_on?: string | null;
            /**
             * @description Rule to recycle
             * @enum {string|null}
             */
            recycle_rule?: "no_followup" | "no_deal" | null;
            /**
             * @description Deals
             * @enum {string}
             */
            deal_status?: "none" | "dealt";
            /**
             * Format: date-time
             * @description First deal
             */
            first_deal_at?: string | null;
            /**
             * Format: date-time
             * @description Last deal
             */
            last_deal_at?: string | null;
            /**
             * Format: date-time
             * @description Last contact
             */
            last_activity_at?: string | null;
            /**
             * Format: date-time
             * @description Next contact
             */
            next_contact_at?: string | null;
            /**
             * @description Contact status
             * @enum {string}
             */
            contact_color?: "severe" | "overdue" | "due_soon" | "normal" | "none";
            /**
             * @description Life cycle
             * @enum {string}
             */
            lifecycle?: "acquisition" | "maintenance" | "retention" | "churned";
            /**
             * @description Churn risk
             * @enum {string|null}
             */
            churn_level?: "low" | "medium" | "high" | null;
            /** @description Churn score */
            churn_score?: string | null;
            /**
             * Format: uuid
             * @description Primary contact
             */
            primary_contact_id?: string | null;
            /**
             * Format: uuid
             * @description Made from lead
             */
            lead_id?: string | null;
            /**
             * Format: uuid
             * @description Merged into
             */
            merged_into?: string | null;
            tags?: string[];
            /** @description Remark */
            remark?: string | null;
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            /** @description Why it exists twice */
            duplicate_reason?: string | null;
            allowed_actions: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description What people type in about a customer. */
        CustomerDetails: {
            name: components["schemas"]["Name"];
            short_name?: components["schemas"]["ShortText"] | null;
            /** @description Other names it goes by; it is found by them too. */
            aliases?: components["schemas"]["Name"][];
            kind?: components["schemas"]["CustomerKind"];
            category?: components["schemas"]["Category"];
            role?: components["schemas"]["CustomerRole"];
            stage?: components["schemas"]["Stage"];
            nature?: components["schemas"]["Nature"] | null;
            uscc?: components["schemas"]["Uscc"] | null;
            industry?: components["schemas"]["Code"] | null;
            scale?: components["schemas"]["Tag"] | null;
            region?: components["schemas"]["ShortText"] | null;
            address?: components["schemas"]["Address"] | null;
            lat?: string | null;
            lng?: string | null;
            phone?: components["schemas"]["Phone"] | null;
            /** @description Further numbers. */
            phones?: components["schemas"]["Phone"][];
            email?: components["schemas"]["Email"] | null;
            website?: components["schemas"]["Url"] | null;
            wechat?: components["schemas"]["ShortText"] | null;
            source?: components["schemas"]["Code"] | null;
            requirement?: components["schemas"]["LongText"] | null;
            level?: components["schemas"]["Level"] | null;
            /** Format: date */
            level_until?: string | null;
            need_types?: components["schemas"]["Tag"][];
            relationship?: components["schemas"]["Relationship"] | null;
            credit_limit?: string | null;
            /** Format: int32 */
            payment_terms_days?: number;
            parent_id?: components["schemas"]["CustomerId"] | null;
            tags?: components["schemas"]["Tag"][];
            remark?: components["schemas"]["LongText"] | null;
            external_source?: components["schemas"]["Code"] | null;
            external_id?: components["schemas"]["ShortText"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            pool_id?: components["schemas"]["CustomerPoolId"] | null;
            duplicate_reason?: components["schemas"]["Note"] | null;
        } & {
            [key: string]: unknown;
        };
        /** Format: uuid */
        CustomerId: string;
        /** @enum {string} */
        CustomerKind: "Company" | "Person";
        CustomerKnowledge: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "preference" | "channel" | "behaviour" | "decision_process" | "competitor" | "risk" | "other";
            /** @description Text */
            text?: string;
            /**
             * @description Confidence
             * @enum {string}
             */
            confidence?: "low" | "mid" | "high";
            /**
             * Format: date
             * @description Valid until
             */
            valid_until?: string | null;
            /**
             * @description Who reads it
             * @enum {string}
             */
            visibility?: "customer" | "organisation";
            /**
             * @description Status
             * @enum {string}
             */
            status?: "draft" | "published";
            /**
             * Format: date-time
             * @description Published at
             */
            published_at?: string | null;
            /**
             * Format: uuid
             * @description Published by
             */
            published_by?: string | null;
            /** @description Everybody reads it */
            shared?: boolean;
            /** @description Kind of source */
            source_resource?: string | null;
            /**
             * Format: uuid
             * @description Source
             */
            source_id?: string | null;
            /** @description Author */
            created_by_name?: string | null;
            allowed_actions: string[];
        };
        CustomerKnowledgePatch: {
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "preference" | "channel" | "behaviour" | "decision_process" | "competitor" | "risk" | "other";
            /** @description Text */
            text?: string;
            /**
             * @description Confidence
             * @enum {string}
             */
            confidence?: "low" | "mid" | "high";
            /**
             * Format: date
             * @description Valid until
             */
            valid_until?: string | null;
            /**
             * @description Who reads it
             * @enum {string}
             */
            visibility?: "customer" | "organisation";
            /** @description Kind of source */
            source_resource?: string | null;
            /**
             * Format: uuid
             * @description Source
             */
            source_id?: string | null;
        };
        /** @enum {string} */
        CustomerMode: "create" | "link";
        CustomerPart: {
            /** @default create */
            mode: components["schemas"]["CustomerMode"];
            /** @default null */
            id: components["schemas"]["CustomerId"] | null;
            /** @description What is written instead of what the lead says. */
            fields?: Record<string, never>;
        };
        CustomerPatch: {
            /** @description Name */
            name?: string;
            /** @description Short name */
            short_name?: string | null;
            aliases?: string[];
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "company" | "person";
            /** @description Category */
            category?: string;
            /** @description Role */
            role?: string;
            /** @description Stage */
            stage?: string;
            /** @description Level */
            level?: string | null;
            /**
             * Format: date
             * @description Level until
             */
            level_until?: string | null;
            /** @description Ownership nature */
            nature?: string | null;
            /** @description Credit code (USCC) */
            uscc?: string | null;
            /** @description Industry */
            industry?: string | null;
            /** @description Headcount */
            scale?: string | null;
            /** @description Region */
            region?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Latitude */
            lat?: string | null;
            /** @description Longitude */
            lng?: string | null;
            /** @description Phone */
            phone?: string | null;
            phones?: string[];
            /** @description E-mail */
            email?: string | null;
            /** @description Website */
            website?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Source */
            source?: string | null;
            /** @description Requirement */
            requirement?: string | null;
            need_types?: string[];
            /** @description Relationship */
            relationship?: string | null;
            /** @description Credit limit */
            credit_limit?: string | null;
            /**
             * Format: int64
             * @description Payment terms (days)
             */
            payment_terms_days?: number;
            /**
             * Format: uuid
             * @description Parent
             */
            parent_id?: string | null;
            tags?: string[];
            /** @description Remark */
            remark?: string | null;
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            /** @description Why it exists twice */
            duplicate_reason?: string | null;
        } & {
            [key: string]: unknown;
        };
        CustomerPool: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            /** @description Enabled */
            enabled?: boolean;
            /** @description Default */
            is_default?: boolean;
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            admin_ids?: string[];
            /** @description Members see it */
            visible_to_members?: boolean;
            masked_fields?: string[];
            /** @description Members may claim */
            members_may_claim?: boolean;
            /**
             * Format: int64
             * @description Claims a day
             */
            daily_limit?: number | null;
            /**
             * Format: int64
             * @description Days a former owner waits
             */
            prev_owner_freeze_days?: number;
            /**
             * Format: int64
             * @description Days a new record waits
             */
            new_data_wait_days?: number;
            /** @description Members may move to other pools */
            member_may_transfer?: boolean;
            /**
             * Format: int64
             * @description Held per person
             */
            hold_limit?: number | null;
            /** @description Customers who bought count */
            dealt_counts?: boolean;
            /** @description Clear the team with the owner */
            clear_team?: boolean;
            /**
             * Format: int64
             * @description Days of warning
             */
            remind_days?: number;
            recycle_rules?: unknown;
            /**
             * Format: int64
             * @description Customers
             */
            customer_count?: number;
            allowed_actions: string[];
        };
        /** @description What people set about a pool. */
        CustomerPoolDetails: {
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Note"] | null;
            /** @description Its members; naming nobody in any of the three, it is for everybody. */
            user_ids?: components["schemas"]["UserId"][];
            role_ids?: components["schemas"]["RoleId"][];
            /** @description With the departments below them. */
            department_ids?: components["schemas"]["DepartmentId"][];
            admin_ids?: components["schemas"]["UserId"][];
            /** @description Otherwise only its admins see what lies in it, and assign. */
            visible_to_members?: boolean;
            /** @description Keys of fields that are covered for members until they own the customer. */
            masked_fields?: components["schemas"]["Code"][];
            enabled?: boolean;
            /** @description Where customers go for whom there is no better pool; exactly one is it. */
            is_default?: boolean;
            members_may_claim?: boolean;
            member_may_transfer?: boolean;
            /**
             * Format: int32
             * @description Claims of one person on one date; none is any number.
             */
            daily_limit?: number | null;
            /** Format: int32 */
            prev_owner_freeze_days?: number;
            /** Format: int32 */
            new_data_wait_days?: number;
            /**
             * Format: int32
             * @description What one person may hold out of this pool; none is any number.
             */
            hold_limit?: number | null;
            dealt_counts?: boolean;
            clear_team?: boolean;
            /** Format: int32 */
            remind_days?: number;
            /** @description Where nothing is said, the rules that the organisation's settings name. */
            recycle_rules?: components["schemas"]["CustomerRecycleRule"][] | null;
        };
        /** Format: uuid */
        CustomerPoolId: string;
        CustomerPoolPatch: {
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            /** @description Enabled */
            enabled?: boolean;
            /** @description Default */
            is_default?: boolean;
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            admin_ids?: string[];
            /** @description Members see it */
            visible_to_members?: boolean;
            masked_fields?: string[];
            /** @description Members may claim */
            members_may_claim?: boolean;
            /**
             * Format: int64
             * @description Claims a day
             */
            daily_limit?: number | null;
            /**
             * Format: int64
             * @description Days a former owner waits
             */
            prev_owner_freeze_days?: number;
            /**
             * Format: int64
             * @description Days a new record waits
             */
            new_data_wait_days?: number;
            /** @description Members may move to other pools */
            member_may_transfer?: boolean;
            /**
             * Format: int64
             * @description Held per person
             */
            hold_limit?: number | null;
            /** @description Customers who bought count */
            dealt_counts?: boolean;
            /** @description Clear the team with the owner */
            clear_team?: boolean;
            /**
             * Format: int64
             * @description Days of warning
             */
            remind_days?: number;
            recycle_rules?: unknown;
        };
        /** @description One rule of a customer pool (3.5); the rules of a pool are OR-ed. */
        CustomerRecycleRule: {
            kind: components["schemas"]["RecycleReason"];
            days: components["schemas"]["LevelDays"];
            include_dealt?: boolean;
            include_with_open_opportunity?: boolean;
            exempt_tags?: string[];
            enabled: boolean;
        };
        CustomerRelation: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            from_id?: string;
            /** @description Customer */
            from_name?: string | null;
            /**
             * @description Relation
             * @enum {string}
             */
            kind?: "invoice_to" | "supplier_of" | "end_customer_of" | "dealer_of" | "partner_of" | "competitor_of";
            /**
             * Format: uuid
             * @description Other customer
             */
            to_id?: string;
            /** @description Other customer */
            to_name?: string | null;
            /** @description Territory */
            territory?: string | null;
            /** @description Product range */
            products?: string | null;
            /**
             * Format: date
             * @description Valid from
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Valid to
             */
            valid_to?: string | null;
            /** @description Remark */
            remark?: string | null;
            allowed_actions: string[];
        };
        CustomerRelationPatch: {
            /** @description Territory */
            territory?: string | null;
            /** @description Product range */
            products?: string | null;
            /**
             * Format: date
             * @description Valid from
             */
            valid_from?: string | null;
            /**
             * Format: date
             * @description Valid to
             */
            valid_to?: string | null;
            /** @description Remark */
            remark?: string | null;
        };
        /**
         * @description What the customer is to us.
         * @enum {string}
         */
        CustomerRole: "EndCustomer" | "Distributor" | "Dealer" | "Wholesaler" | "Agent" | "Supplier" | "Government" | "Cooperator" | "Member" | "Other";
        /**
         * @description How far a role's grant reaches (12.3.2).
         * @enum {string}
         */
        DataScope: "self" | "self_and_subordinates" | "department" | "department_and_below" | "custom_departments" | "all";
        /** @enum {string} */
        DateFormat: "YYYY" | "YYYYMM" | "YYYYMMDD";
        DeletedPage: {
            items: components["schemas"]["DeletedRecord"][];
            next_cursor: string | null;
        };
        DeletedRecord: {
            resource: string;
            /** Format: uuid */
            id: string;
            title: string | null;
            no: string | null;
            /** Format: uuid */
            owner_id: string | null;
            owner_name: string | null;
            /** Format: date-time */
            deleted_at: string;
            /** Format: uuid */
            deleted_by: string | null;
            deleted_by_name: string | null;
            /**
             * Format: date
             * @description The date on which it goes for good.
             */
            purged_on: string;
        };
        Department: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Parent
             */
            parent_id?: string | null;
            /** @description Parent */
            parent_name?: string | null;
            /**
             * Format: uuid
             * @description Manager
             */
            manager_id?: string | null;
            /** @description Manager */
            manager_name?: string | null;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            /** @description Active */
            active?: boolean;
            path?: string[];
            /**
             * Format: int64
             * @description People
             */
            user_count?: number;
            allowed_actions: string[];
        };
        DepartmentDetails: {
            name: components["schemas"]["Title"];
            parent_id?: components["schemas"]["DepartmentId"] | null;
            manager_id?: components["schemas"]["UserId"] | null;
            /** Format: int32 */
            position?: number;
            active?: boolean;
        };
        /** Format: uuid */
        DepartmentId: string;
        /** @description Somebody goes to work in another department. */
        DepartmentMove: {
            department_id: components["schemas"]["DepartmentId"];
            owner_records?: components["schemas"]["OwnerRecords"];
        };
        DepartmentPatch: {
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Parent
             */
            parent_id?: string | null;
            /**
             * Format: uuid
             * @description Manager
             */
            manager_id?: string | null;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            /** @description Active */
            active?: boolean;
        };
        Dictionary: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Code */
            code?: string;
            /** @description Name */
            name?: string;
            /** @description English name */
            name_en?: string;
            /** @description Fixed items */
            fixed?: boolean;
            /** @description Comes with the product */
            system?: boolean;
            items?: unknown;
            allowed_actions: string[];
        };
        /** @description What people type in about a list of words. */
        DictionaryDetails: {
            code: components["schemas"]["ListCode"];
            name: components["schemas"]["Name"];
            name_en: components["schemas"]["Name"];
            /** @description In the order in which they are shown. */
            items?: components["schemas"]["DictionaryItem"][];
        };
        /** @description One word. */
        DictionaryItem: {
            /** @description What records keep; it never changes. */
            code: components["schemas"]["ItemCode"];
            zh: components["schemas"]["Name"];
            en?: components["schemas"]["Name"] | null;
            color?: components["schemas"]["Color"] | null;
            /** @description Whether it can still be chosen. */
            active?: boolean;
            /** @description Whether new records begin with it. */
            default?: boolean;
            parent?: components["schemas"]["ItemCode"] | null;
            /** @description Came with the product: it can be renamed and switched off, not taken away. What a body says here is ignored. */
            system?: boolean;
        };
        DictionaryPatch: {
            /** @description Name */
            name?: string;
            /** @description English name */
            name_en?: string;
            items?: unknown;
        };
        /**
         * @description Who turned to whom: they to us, or we to them.
         * @enum {string}
         */
        Direction: "In" | "Out";
        Dismissal: {
            kind: components["schemas"]["ShortText"];
            /** Format: uuid */
            id: string;
            /** @description The `date` that it was shown with. */
            date: components["schemas"]["ShortText"];
        };
        DuplicateAnswer: {
            items: components["schemas"]["Candidate"][];
        };
        /** @description A record that may be the same. Of one that the caller may not see only name, level and department are told. */
        DuplicateLead: {
            /** Format: uuid */
            id: string;
            object: Record<string, never>;
            level: components["schemas"]["MatchLevel"];
            matched_on: components["schemas"]["MatchedOn"];
            name: string;
            owner_name: string | null;
            owner_department_name: string | null;
            /** Format: uuid */
            pool_id: string | null;
            masked: boolean;
            /** @description A new record like this is refused. */
            blocking: boolean;
        };
        DuplicateLeads: {
            items: components["schemas"]["DuplicateLead"][];
        };
        /** @description What is known of a customer that may be there already. */
        DuplicateQuestion: {
            name?: components["schemas"]["Name"] | null;
            kind?: components["schemas"]["CustomerKind"] | null;
            uscc?: components["schemas"]["Uscc"] | null;
            phone?: components["schemas"]["Phone"] | null;
            phones?: components["schemas"]["Phone"][];
            email?: components["schemas"]["Email"] | null;
            website?: components["schemas"]["Url"] | null;
            id?: components["schemas"]["CustomerId"] | null;
        };
        /**
         * @description What becomes of a row that is there already.
         * @enum {string}
         */
        Duplicates: "skip" | "update" | "create";
        Email: string;
        /** @description A mail as a mailbox tells of it. */
        EmailDetails: {
            owner_id?: components["schemas"]["UserId"] | null;
            direction?: components["schemas"]["Direction"];
            /** @description Told twice, it is one mail. */
            message_id: components["schemas"]["MessageId"];
            sender: components["schemas"]["Email"];
            recipients: components["schemas"]["Email"][];
            copies?: components["schemas"]["Email"][];
            topic: components["schemas"]["LongText"];
            snippet?: components["schemas"]["LongText"] | null;
            /** Format: date-time */
            sent_at: string;
            /** Format: int32 */
            opened_count?: number;
        };
        /** @description Something that a calendar shows. */
        Entry: {
            /** @description `event`, `plan` or `contact`. */
            kind: string;
            /** @description Of the event, the plan, or whom to speak to: `calendar-events`, `follow-up-plans`, `leads`, `customers`. */
            resource: string;
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            end_at?: string | null;
            all_day: boolean;
            location?: string | null;
            /** @description The state of a plan; one's own answer to an invitation. */
            status?: string | null;
            /** Format: uuid */
            lead_id?: string | null;
            /** Format: uuid */
            customer_id?: string | null;
            owner_id?: components["schemas"]["UserId"] | null;
        };
        /** @description Something that happened to a lead or a customer. */
        Event: {
            id: string;
            /** @description `activity`, `owner`, `change`, `contact` or `created`. */
            kind: string;
            /** @description What was done: the kind of activity, the way of changing hands, `create`, `update`, `delete` or `restore`. */
            action: string;
            at: string;
            /** Format: uuid */
            actor_id?: string | null;
            actor_name?: string | null;
            resource: string;
            /** Format: uuid */
            record_id: string;
            /** @description The contact's name, where it is about one. */
            record_name?: string | null;
            /** @description An activity's text, who had it before and after, or each field's old and new value. */
            data: Record<string, never>;
        };
        EventDetails: {
            title: components["schemas"]["Name"];
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            end_at: string;
            all_day?: boolean;
            location?: components["schemas"]["ShortText"] | null;
            content?: components["schemas"]["LongText"] | null;
            attendee_ids?: components["schemas"]["UserId"][];
            subject?: components["schemas"]["Subject"] | null;
            /** Format: uuid */
            subject_id?: string | null;
            /** @description Minutes before it begins. */
            reminders?: number[];
            /** @description Whether all colleagues see it; else those who are invited. */
            shared?: boolean;
        };
        /** @description Every event that people or programs can be told of. */
        EventList: {
            items: components["schemas"]["EventMeta"][];
        };
        EventMeta: {
            event: string;
            label: components["schemas"]["Label"];
            /** @description The resource of its record. */
            resource: string | null;
            /** @description What a template may say as `{{variable}}`. */
            variables: string[];
            usual: components["schemas"]["UsualRule"] | null;
            /** @description The product's own words. */
            subject: components["schemas"]["Label"];
            body: components["schemas"]["Label"];
        };
        EventPreference: {
            event: components["schemas"]["ShortText"];
            label?: components["schemas"]["Words"] | null;
            channels: components["schemas"]["ChannelPreference"][];
        };
        /** @description A date that is not what its day of the week says: a holiday, or a working day in lieu of one. */
        Exception: {
            /** Format: date */
            date: string;
            working: boolean;
            name?: components["schemas"]["ShortText"] | null;
            /** @description When work is done on it; null: as on the first working day of the week. */
            hours?: components["schemas"]["Hours"][] | null;
        };
        ExchangeRate: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description Currency
             * @enum {string}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF";
            /**
             * Format: date
             * @description Effective on
             */
            effective_on?: string;
            /** @description Rate */
            rate?: string;
            allowed_actions: string[];
        };
        ExchangeRateDetails: {
            currency: components["schemas"]["Currency"];
            /** Format: date */
            effective_on: string;
            /** @description What one unit is worth. */
            rate: string;
        };
        ExchangeRatePatch: {
            /**
             * @description Currency
             * @enum {string}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF";
            /**
             * Format: date
             * @description Effective on
             */
            effective_on?: string;
            /** @description Rate */
            rate?: string;
        };
        /** @description An export as it stands. */
        Export: {
            /** Format: uuid */
            id: string;
            resource: string;
            format: components["schemas"]["Format"];
            status: components["schemas"]["ExportStatus"];
            /**
             * Format: int64
             * @description The rows written, of so many.
             */
            rows: number;
            /** Format: int64 */
            total: number;
            /**
             * Format: int64
             * @description From 0 to 100.
             */
            progress: number;
            /**
             * Format: int64
             * @description How long the file is, once it is done.
             */
            size: number;
            error: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            finished_at: string | null;
            /**
             * Format: date-time
             * @description When the file can no longer be fetched.
             */
            expires_at: string;
        };
        ExportPage: {
            items: components["schemas"]["Export"][];
            next_cursor: string | null;
        };
        /** @description What shall be exported. */
        ExportRequest: {
            /** @description The path of the resource: `leads`. */
            resource: string;
            format?: components["schemas"]["Format"];
            /** @description The filter of the list. */
            filter?: Record<string, never> | null;
            q?: string | null;
            sort?: string | null;
            /** @description The columns, in this order; those of the list as it is first shown where none are named. */
            fields?: string[] | null;
        };
        /** @enum {string} */
        ExportStatus: "waiting" | "running" | "done" | "failed" | "cancelled" | "expired";
        /**
         * @description What a role says about one field. Several roles: the widest counts.
         * @enum {string}
         */
        FieldAccess: "hidden" | "read" | "write";
        FieldChange: {
            field: string;
            label: components["schemas"]["Label"];
            kind: components["schemas"]["KindName"];
            old: Record<string, never>;
            new: Record<string, never>;
            /** @description The names of people, departments and pools. */
            old_name: string | null;
            new_name: string | null;
        };
        /** @description What programs call a field: `c_delivery_terms`. */
        FieldKey: string;
        FieldMeta: {
            key: string;
            kind: components["schemas"]["KindName"];
            label: components["schemas"]["Label"];
            options: components["schemas"]["OptionMeta"][] | null;
            /** @description The dictionary that holds the options. */
            dictionary: string | null;
            /** @description The resource that a reference points to. */
            target: string | null;
            required: boolean;
            readable: boolean;
            writable: boolean;
            /** @description Can be given when a record is made, and not changed later but by actions. */
            only_at_creation: boolean;
            filterable: boolean;
            sortable: boolean;
            mask: components["schemas"]["Mask"];
            /** @description Whether the organisation added it; then `rules` say what it may hold. */
            custom: boolean;
            rules?: components["schemas"]["FieldRules"] | null;
            /** Format: int32 */
            max_length: number | null;
        };
        FieldProblem: {
            pointer: string;
            code: string;
            message: string;
        };
        /** @description What a role says about one field. */
        FieldRule: {
            object: string;
            field: string;
            access: components["schemas"]["FieldAccess"];
            mask?: components["schemas"]["Mask"];
        };
        /** @description What an added field may hold. */
        FieldRules: {
            type: components["schemas"]["FieldType"];
            help: string | null;
            /** @description The least: a number, a date, or how long a text or a list is. */
            min: string | null;
            max: string | null;
            pattern: string | null;
            /**
             * Format: int32
             * @description How many decimals a number has at most.
             */
            scale: number | null;
            is_unique: boolean;
            sensitive: boolean;
            default_value: unknown;
            formula: string | null;
            /** Format: int32 */
            position: number;
        };
        /** @enum {string} */
        FieldType: "text" | "long_text" | "number" | "money" | "percent" | "date" | "datetime" | "select" | "multi_select" | "boolean" | "phone" | "email" | "url" | "user" | "department" | "relation" | "region" | "attachment" | "image" | "formula" | "auto_number";
        /** @description The figures of a forecast in the organisation's currency. Each category counts those that are surer. */
        Figures: {
            /** @description What was won. */
            closed: string;
            commit_only: string;
            best_case_only: string;
            pipeline_only: string;
            /** @description Closed and committed. */
            commit: string;
            /** @description That, and the best case. */
            best_case: string;
            /** @description What is open and counts. */
            open_pipeline: string;
            /** @description Closed, and what is open as far as it is likely. */
            weighted: string;
        };
        /**
         * Format: uuid
         * @description A file that was brought before, by its id; what a record tells of one names it, too.
         */
        FileId: string;
        /** @description A file as a record holds it. */
        FileView: {
            /** Format: uuid */
            id: string;
            name: string;
            media_type: string;
            size: number;
        };
        FollowUpPlan: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description About
             * @enum {string}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity";
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            planned_at?: string;
            /** @description Method */
            method?: string;
            /** @description Content */
            content?: string;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "planned" | "in_progress" | "done" | "cancelled" | "missed";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            owner_department_id?: string | null;
            /** @description Department */
            owner_department_name?: string | null;
            /**
             * Format: uuid
             * @description Lead
             */
            lead_id?: string | null;
            /** @description Lead */
            lead_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /** @description Opportunity */
            opportunity_name?: string | null;
            /**
             * Format: int64
             * @description Minutes of warning
             */
            remind_before_min?: number;
            /** @description Comes again */
            recurrence?: string | null;
            /**
             * Format: uuid
             * @description Series
             */
            series_id?: string | null;
            /**
             * @description Source
             * @enum {string}
             */
            source?: "manual" | "auto_contact" | "playbook" | "care" | "prediction" | "alert" | "approval";
            /**
             * Format: uuid
             * @description Playbook
             */
            playbook_id?: string | null;
            /** @description Closing technique */
            closing_technique?: string | null;
            /** @description Material */
            material?: string | null;
            /** @description Reason for cancelling */
            cancel_reason?: string | null;
            /**
             * Format: date-time
             * @description Done at
             */
            done_at?: string | null;
            /** @description Done late */
            done_late?: boolean | null;
            /**
             * Format: uuid
             * @description Activity
             */
            activity_id?: string | null;
            allowed_actions: string[];
        };
        FollowUpPlanPatch: {
            /**
             * Format: date-time
             * @description Planned for
             */
            planned_at?: string;
            /** @description Method */
            method?: string;
            /** @description Content */
            content?: string;
            /**
             * Format: int64
             * @description Minutes of warning
             */
            remind_before_min?: number;
        };
        Forecast: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Period */
            period?: string;
            /**
             * Format: date
             * @description From
             */
            from_on?: string;
            /**
             * Format: date
             * @description Until
             */
            until_on?: string;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Owner's department
             */
            owner_department_id?: string | null;
            /** @description Owner's department */
            owner_department_name?: string | null;
            figures?: unknown;
            opportunity_ids?: string[];
            /** @description Commit forecast */
            commit_amount?: string | null;
            /** @description Best-case forecast */
            best_case_amount?: string | null;
            /** @description Comment */
            comment?: string | null;
            /**
             * Format: date-time
             * @description Submitted
             */
            submitted_at?: string;
            /** @description Commit, overridden */
            override_commit?: string | null;
            /** @description Best case, overridden */
            override_best_case?: string | null;
            /** @description Why overridden */
            override_note?: string | null;
            /**
             * Format: uuid
             * @description Overridden by
             */
            overridden_by?: string | null;
            /** @description Overridden by */
            overridden_by_name?: string | null;
            /**
             * Format: date-time
             * @description Overridden
             */
            overridden_at?: string | null;
            allowed_actions: string[];
        };
        ForecastAnswer: components["schemas"]["Figures"] & {
            period: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description The last day of it.
             */
            to: string;
            /** @description What all amounts are in; each deal counts at the rate that it keeps. */
            currency: string;
            slipped: components["schemas"]["Slipped"];
            owners: components["schemas"]["OwnerForecast"][];
        };
        /**
         * @description What a deal counts as in the forecast.
         * @enum {string}
         */
        ForecastCategory: "Pipeline" | "BestCase" | "Commit" | "Omitted" | "Closed";
        /** @enum {string} */
        Format: "xlsx" | "csv";
        /** @description What somebody who watches is told of a message. */
        Fresh: {
            /** Format: uuid */
            id: string;
            title: string;
            resource: string;
            /** Format: uuid */
            record_id: string;
            urgent: boolean;
        };
        /** @enum {string} */
        Gender: "Male" | "Female" | "Unknown";
        /** @description One permission as a role grants it. */
        Grant: {
            permission: string;
            scope: components["schemas"]["DataScope"];
            /** @description The departments of the scope `custom_departments`. */
            departments?: components["schemas"]["DepartmentId"][] | null;
        };
        /**
         * @description Who ended a call.
         * @enum {string}
         */
        Hangup: "Caller" | "Callee" | "System";
        /**
         * @description Kinds of records that people hold.
         * @enum {string}
         */
        HeldObject: "lead" | "customer";
        Hierarchy: {
            /** @description Those above it that the caller sees, the topmost first. */
            ancestors: Record<string, never>[];
            /** @description It and those below it that the caller sees, each with its `parent_id` and its `depth` below the customer. */
            nodes: Record<string, never>[];
            /** @description Whether there are more than are shown. */
            partial: boolean;
            rollup: components["schemas"]["Rollup"] | null;
        };
        /** @description One write of one record: who, when, and every field before and after. */
        HistoryEntry: {
            /** Format: int64 */
            id: number;
            resource: string;
            /** Format: uuid */
            record_id: string;
            /** Format: int64 */
            version: number;
            /** @description `create`, `update`, `delete`, `restore` or `purge`. */
            action: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            actor_id: string | null;
            actor_name: string | null;
            /** Format: uuid */
            request_id: string | null;
            changes: components["schemas"]["FieldChange"][];
        };
        HistoryPage: {
            items: components["schemas"]["HistoryEntry"][];
            next_cursor: string | null;
        };
        /** @description From when to when work is done on a day. */
        Hours: {
            from: components["schemas"]["ClockTime"];
            to: components["schemas"]["ClockTime"];
        };
        /** @description An import as it stands. */
        Import: {
            /** Format: uuid */
            id: string;
            resource: string;
            filename: string;
            status: components["schemas"]["ImportStatus"];
            working: components["schemas"]["Working"] | null;
            /** @description The headers of the sheet. */
            columns: string[];
            /** @description The first rows. */
            sample: unknown[][];
            /** @description The field of each column; null for one that is left out. */
            mapping: {
                [key: string]: string | null;
            };
            /** @description The fields that a column can be given to. */
            fields: components["schemas"]["ImportField"][];
            /** @description The fields by which records can be found. */
            keys: string[];
            mode: components["schemas"]["Mode"];
            duplicates: components["schemas"]["Duplicates"];
            key: string | null;
            /** Format: uuid */
            owner_id: string | null;
            /** Format: uuid */
            pool_id: string | null;
            ignore_caps: boolean;
            /** @description What became of the rows; after a check, what would. */
            counts: components["schemas"]["Counts"];
            /**
             * Format: int32
             * @description How many rows the work in the background has gone through.
             */
            processed: number;
            /** Format: int32 */
            undone: number;
            error: string | null;
            allowed_actions: string[];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["UserId"];
            created_by_name: string | null;
            /** Format: date-time */
            finished_at: string | null;
        };
        ImportField: {
            key: string;
            label: {
                [key: string]: string;
            };
            required: boolean;
            /** @description Names a record, and is not written. */
            only_key: boolean;
        };
        ImportPage: {
            items: {
                /** Format: uuid */
                id: string;
                resource: string;
                filename: string;
                status: components["schemas"]["ImportStatus"];
                working: components["schemas"]["Working"] | null;
                /** @description The headers of the sheet. */
                columns: string[];
                /** @description The first rows. */
                sample: unknown[][];
                /** @description The field of each column; null for one that is left out. */
                mapping: {
                    [key: string]: string | null;
                };
                /** @description The fields that a column can be given to. */
                fields: components["schemas"]["ImportField"][];
                /** @description The fields by which records can be found. */
                keys: string[];
                mode: components["schemas"]["Mode"];
                duplicates: components["schemas"]["Duplicates"];
                key: string | null;
                /** Format: uuid */
                owner_id: string | null;
                /** Format: uuid */
                pool_id: string | null;
                ignore_caps: boolean;
                /** @description What became of the rows; after a check, what would. */
                counts: components["schemas"]["Counts"];
                /**
                 * Format: int32
                 * @description How many rows the work in the background has gone through.
                 */
                processed: number;
                /** Format: int32 */
                undone: number;
                error: string | null;
                allowed_actions: string[];
                /** Format: date-time */
                created_at: string;
                created_by: components["schemas"]["UserId"];
                created_by_name: string | null;
                /** Format: date-time */
                finished_at: string | null;
            }[];
            next_cursor: string | null;
        };
        /** @description Which column is which field, and how rows become records. What is left out stays as it is. */
        ImportPlan: {
            /** @description The field of each column, by its header; null for a column that is left out. */
            mapping?: {
                [key: string]: string | null;
            } | null;
            mode?: components["schemas"]["Mode"] | null;
            duplicates?: components["schemas"]["Duplicates"] | null;
            key?: string | null;
            /**
             * Format: uuid
             * @description Whose the new records shall be, where the sheet does not say.
             */
            owner_id?: string | null;
            /** Format: uuid */
            pool_id?: string | null;
            /** @description Owners may get more than they may hold; for administrators. */
            ignore_caps?: boolean | null;
        };
        /** @description One row of the sheet and what became of it. */
        ImportRow: {
            /**
             * Format: int32
             * @description Its number in the sheet.
             */
            row: number;
            cells: unknown[];
            outcome: components["schemas"]["Outcome"] | null;
            /** Format: uuid */
            record_id: string | null;
            errors: components["schemas"]["ImportRowError"][];
        };
        ImportRowError: {
            /** @description The header of the cell that is wrong; null where it is the row. */
            column: string | null;
            code: string;
            message: string;
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            next_cursor: string | null;
        };
        /**
         * @description Where an import is on its way.
         * @enum {string}
         */
        ImportStatus: "uploaded" | "mapped" | "checked" | "running" | "done" | "partly_failed" | "cancelled" | "undone";
        /** @description Where a customer goes that lies in a pool. */
        IntoPool: {
            pool_id: components["schemas"]["CustomerPoolId"];
        };
        /** @description Why a lead leads nowhere. */
        Invalidation: {
            reason?: components["schemas"]["Code"] | null;
            note?: components["schemas"]["Note"] | null;
        };
        /** @description What a word is stored as: `exhibition`, `5000+`. */
        ItemCode: string;
        /** @enum {string} */
        Keep: "none" | "read" | "read_write";
        KeyAccount: {
            is_key_account: boolean;
            reason?: components["schemas"]["Note"] | null;
        };
        /**
         * @description Names of kinds as clients read them.
         * @enum {string}
         */
        KindName: "id" | "text" | "long_text" | "phone" | "email" | "url" | "int" | "decimal" | "money" | "bool" | "date" | "timestamp" | "choice" | "dictionary" | "user" | "department" | "reference" | "tags" | "items" | "ids" | "json";
        /** @description What people write about a customer. */
        KnowledgeDetails: {
            customer_id: components["schemas"]["CustomerId"];
            kind: components["schemas"]["KnowledgeKind"];
            text: components["schemas"]["LongText"];
            source_resource?: components["schemas"]["Code"] | null;
            /** Format: uuid */
            source_id?: string | null;
            confidence?: components["schemas"]["Confidence"];
            /**
             * Format: date
             * @description The last day on which it counts.
             */
            valid_until?: string | null;
            visibility?: components["schemas"]["Visibility"];
        };
        /** @enum {string} */
        KnowledgeKind: "Preference" | "Channel" | "Behaviour" | "DecisionProcess" | "Competitor" | "Risk" | "Other";
        KnowledgeSubscription: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            kinds?: string[];
            levels?: string[];
            industries?: string[];
            allowed_actions: string[];
        };
        KnowledgeSubscriptionPatch: {
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            kinds?: string[];
            levels?: string[];
            industries?: string[];
        };
        Label: {
            zh: string;
            en: string;
        };
        Layout: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description Object
             * @enum {string}
             */
            resource?: "leads" | "customers" | "contacts" | "opportunities";
            /** @description Name */
            name?: string;
            role_ids?: string[];
            condition?: unknown;
            sections?: unknown;
            list_columns?: string[];
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            /** @description Active */
            is_active?: boolean;
            allowed_actions: string[];
        };
        LayoutDetails: {
            /** @description The records that are seen so: `leads`. */
            resource: components["schemas"]["ShortText"];
            name: components["schemas"]["Name"];
            /** @description Whose layout it is; none: everybody's. */
            role_ids?: string[];
            /** @description Which records it is for, as a filter; none: all. */
            condition?: Record<string, never> | null;
            sections?: components["schemas"]["LayoutSection"][];
            /** @description Left to right; none: those of the list. */
            list_columns?: components["schemas"]["ShortText"][];
            /**
             * Format: int32
             * @description The first that fits counts.
             */
            position?: number;
            is_active?: boolean;
        };
        /** @description A field in its place. */
        LayoutField: {
            key: components["schemas"]["ShortText"];
            read_only?: boolean;
            required?: boolean;
            /** @description A filter over the record: shown only where it fits. */
            show_when?: Record<string, never> | null;
            /** @description A filter over the record: required where it fits. */
            require_when?: Record<string, never> | null;
        };
        LayoutMeta: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Which records it is for, as a filter; null: all. */
            condition: Record<string, never> | null;
            sections: components["schemas"]["LayoutSection"][];
        };
        LayoutPatch: {
            /** @description Name */
            name?: string;
            role_ids?: string[];
            condition?: unknown;
            sections?: unknown;
            list_columns?: string[];
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            /** @description Active */
            is_active?: boolean;
        };
        LayoutSection: {
            title: components["schemas"]["Name"];
            title_en?: components["schemas"]["Name"] | null;
            /** @description In their order. */
            fields: components["schemas"]["LayoutField"][];
        };
        Lead: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description No. */
            no?: string;
            /** @description Name */
            name?: string;
            /** @description Company */
            company_name?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /** @description Title */
            title?: string | null;
            /** @description Phone */
            phone?: string | null;
            /** @description Mobile */
            mobile?: string | null;
            /** @description E-mail */
            email?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Region */
            region?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Industry */
            industry?: string | null;
            /**
             * @description Level
             * @enum {string|null}
             */
            level?: "A" | "B" | "C" | "D" | null;
            /** @description Source */
            source?: string | null;
            intended_product_ids?: string[];
            /** @description Requirement */
            requirement?: string | null;
            /** @description Budget */
            budget?: string | null;
            /** @description Currency */
            currency?: string | null;
            /**
             * Format: date
             * @description Expected date
             */
            expected_date?: string | null;
            tags?: string[];
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "unassigned" | "pending" | "following" | "invalid" | "converted";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string | null;
            /** @description Owner's name */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            owner_department_id?: string | null;
            /** @description Department's name */
            owner_department_name?: string | null;
            /**
             * Format: date-time
             * @description Owned since
             */
            owned_since?: string | null;
            /**
             * Format: uuid
             * @description Pool
             */
            pool_id?: string | null;
            /** @description Pool's name */
            pool_name?: string | null;
            /**
             * Format: date-time
             * @description Pooled at
             */
            pooled_at?: string | null;
            /**
             * @description Pooled by
             * @enum {string|null}
             */
            pooled_by?: "rep" | "manager" | "system" | "creation" | null;
            /** @description Reason for pooling */
            pooled_reason?: string | null;
            /**
             * Format: uuid
             * @description Pool it came from
             */
            origin_pool_id?: string;
            /** @description Name of the pool it came from */
            origin_pool_name?: string | null;
            /**
             * Format: uuid
             * @description Last owner
             */
            last_owner_id?: string | null;
            /** @description Last owner's name */
            last_owner_name?: string | null;
            /**
             * Format: date-time
             * @description Last owned until
             */
            last_owned_until?: string | null;
            /**
             * Format: date-time
             * @description Last activity
             */
            last_activity_at?: string | null;
            /**
             * Format: uuid
             * @description Last activity by
             */
            last_activity_by?: string | null;
            /** @description Name of who was last active */
            last_activity_by_name?: string | null;
            /**
             * Format: date-time
             * @description Next contact
             */
            next_contact_at?: string | null;
            /**
             * @description Contact status
             * @enum {string}
             */
            contact_color?: "severe" | "overdue" | "due_soon" | "normal" | "none";
            /**
             * Format: int64
             * @description Score
             */
            score?: number;
            /**
             * @description Grade
             * @enum {string}
             */
            grade?: "A" | "B" | "C" | "D";
            /**
             * Format: int64
             * @description Times claimed
             */
            claim_count?: number;
            /**
             * Format: int64
             * @description Times returned
             */
            return_count?: number;
            /** @description Reason for invalidity */
            invalid_reason?: string | null;
            /**
             * Format: date-time
             * @description Converted at
             */
            converted_at?: string | null;
            /**
             * Format: uuid
             * @description Converted by
             */
            converted_by?: string | null;
            /** @description Name of who converted */
            converted_by_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer's name */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact record
             */
            contact_id?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /**
             * Format: date
             * @description Recycled after
             */
            recycle_due_on?: string | null;
            /**
             * @description Reason to recycle
             * @enum {string|null}
             */
            recycle_reason?: "no_followup" | "not_converted" | null;
            /** @description Creator's name */
            created_by_name?: string | null;
            allowed_actions: string[];
        } & {
            [key: string]: unknown;
        };
        LeadDetails: {
            company_name?: components["schemas"]["Name"] | null;
            contact_name?: components["schemas"]["Name"] | null;
            title?: components["schemas"]["ShortText"] | null;
            phone?: components["schemas"]["Phone"] | null;
            mobile?: components["schemas"]["Phone"] | null;
            email?: components["schemas"]["Email"] | null;
            wechat?: components["schemas"]["ShortText"] | null;
            region?: components["schemas"]["ShortText"] | null;
            address?: components["schemas"]["Address"] | null;
            industry?: components["schemas"]["Code"] | null;
            level?: components["schemas"]["Level"] | null;
            source?: components["schemas"]["Code"] | null;
            intended_product_ids?: string[];
            requirement?: components["schemas"]["LongText"] | null;
            budget?: string | null;
            currency?: string | null;
            /** Format: date */
            expected_date?: string | null;
            tags?: components["schemas"]["Tag"][];
            external_source?: components["schemas"]["Code"] | null;
            external_id?: components["schemas"]["ShortText"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            pool_id?: components["schemas"]["LeadPoolId"] | null;
        } & {
            [key: string]: unknown;
        };
        /** Format: uuid */
        LeadId: string;
        LeadPatch: {
            /** @description Company */
            company_name?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /** @description Title */
            title?: string | null;
            /** @description Phone */
            phone?: string | null;
            /** @description Mobile */
            mobile?: string | null;
            /** @description E-mail */
            email?: string | null;
            /** @description WeChat */
            wechat?: string | null;
            /** @description Region */
            region?: string | null;
            /** @description Address */
            address?: string | null;
            /** @description Industry */
            industry?: string | null;
            /**
             * @description Level
             * @enum {string|null}
             */
            level?: "A" | "B" | "C" | "D" | null;
            /** @description Source */
            source?: string | null;
            intended_product_ids?: string[];
            /** @description Requirement */
            requirement?: string | null;
            /** @description Budget */
            budget?: string | null;
            /** @description Currency */
            currency?: string | null;
            /**
             * Format: date
             * @description Expected date
             */
            expected_date?: string | null;
            tags?: string[];
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        LeadPool: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            /** @description Enabled */
            enabled?: boolean;
            /** @description Default */
            is_default?: boolean;
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            admin_ids?: string[];
            /** @description Members see it */
            visible_to_members?: boolean;
            masked_fields?: string[];
            /** @description Members may claim */
            members_may_claim?: boolean;
            /**
             * Format: int64
             * @description Claims a day
             */
            daily_limit?: number | null;
            /**
             * Format: int64
             * @description Days a former owner waits
             */
            prev_owner_freeze_days?: number;
            /**
             * Format: int64
             * @description Days a new record waits
             */
            new_data_wait_days?: number;
            /**
             * Format: uuid
             * @description Assignment rule
             */
            auto_assign_rule_id?: string | null;
            /** @description Name of the assignment rule */
            auto_assign_rule_name?: string | null;
            /** @description Recycles */
            recycle_enabled?: boolean;
            /**
             * Format: int64
             * @description Days without follow-up
             */
            no_followup_days?: number | null;
            /**
             * Format: int64
             * @description Days without conversion
             */
            not_converted_days?: number | null;
            /**
             * @description One reason or all
             * @enum {string}
             */
            recycle_mode?: "any" | "all";
            /**
             * Format: int64
             * @description Days of warning
             */
            remind_days?: number;
            /** @description Counts working days only */
            working_days_only?: boolean;
            exempt_levels?: string[];
            exempt_tags?: string[];
            exempt_role_ids?: string[];
            allowed_actions: string[];
        };
        LeadPoolDetails: {
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Note"] | null;
            enabled?: boolean;
            /** @description Exactly one pool is the default; making another one the default takes it from the first. */
            is_default?: boolean;
            /** @description The members; a pool that names nobody is everybody's. */
            user_ids?: components["schemas"]["UserId"][];
            role_ids?: components["schemas"]["RoleId"][];
            /** @description With the departments below them. */
            department_ids?: components["schemas"]["DepartmentId"][];
            admin_ids?: components["schemas"]["UserId"][];
            /** @description Otherwise only its admins see what lies in it, and assign. */
            visible_to_members?: boolean;
            /** @description Keys that members see covered until the lead is theirs. */
            masked_fields?: components["schemas"]["Tag"][];
            members_may_claim?: boolean;
            /**
             * Format: int32
             * @description Claims of one person on one date; null is any number.
             */
            daily_limit?: number | null;
            /** Format: int32 */
            prev_owner_freeze_days?: number;
            /** Format: int32 */
            new_data_wait_days?: number;
            auto_assign_rule_id?: components["schemas"]["AssignmentRuleId"] | null;
            recycle_enabled?: boolean;
            /** Format: int32 */
            no_followup_days?: number | null;
            /** Format: int32 */
            not_converted_days?: number | null;
            recycle_mode?: components["schemas"]["RecycleMode"];
            /** Format: int32 */
            remind_days?: number;
            working_days_only?: boolean;
            /** @description Leads of these levels and tags, and of owners in these roles, are never taken back. */
            exempt_levels?: components["schemas"]["Level"][];
            exempt_tags?: components["schemas"]["Tag"][];
            exempt_role_ids?: components["schemas"]["RoleId"][];
        };
        /** Format: uuid */
        LeadPoolId: string;
        LeadPoolPatch: {
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            /** @description Enabled */
            enabled?: boolean;
            /** @description Default */
            is_default?: boolean;
            user_ids?: string[];
            role_ids?: string[];
            department_ids?: string[];
            admin_ids?: string[];
            /** @description Members see it */
            visible_to_members?: boolean;
            masked_fields?: string[];
            /** @description Members may claim */
            members_may_claim?: boolean;
            /**
             * Format: int64
             * @description Claims a day
             */
            daily_limit?: number | null;
            /**
             * Format: int64
             * @description Days a former owner waits
             */
            prev_owner_freeze_days?: number;
            /**
             * Format: int64
             * @description Days a new record waits
             */
            new_data_wait_days?: number;
            /**
             * Format: uuid
             * @description Assignment rule
             */
            auto_assign_rule_id?: string | null;
            /** @description Recycles */
            recycle_enabled?: boolean;
            /**
             * Format: int64
             * @description Days without follow-up
             */
            no_followup_days?: number | null;
            /**
             * Format: int64
             * @description Days without conversion
             */
            not_converted_days?: number | null;
            /**
             * @description One reason or all
             * @enum {string}
             */
            recycle_mode?: "any" | "all";
            /**
             * Format: int64
             * @description Days of warning
             */
            remind_days?: number;
            /** @description Counts working days only */
            working_days_only?: boolean;
            exempt_levels?: string[];
            exempt_tags?: string[];
            exempt_role_ids?: string[];
        };
        /**
         * @description The word for a lead's state, as stored and shown.
         * @enum {string}
         */
        LeadStatus: "unassigned" | "pending" | "following" | "invalid" | "converted";
        /** @description Why a record is let go, and into which pool; without one, the pool it came from. */
        LetGo: {
            reason?: components["schemas"]["Code"] | null;
            note?: components["schemas"]["Note"] | null;
            /** Format: uuid */
            pool_id?: string | null;
        };
        /**
         * @description A customer's level; without one the most patient counts.
         * @enum {string}
         */
        Level: "A" | "B" | "C" | "D";
        /** @description Days per level. */
        LevelDays: {
            /** Format: int32 */
            A?: number | null;
            /** Format: int32 */
            B?: number | null;
            /** Format: int32 */
            C?: number | null;
            /** Format: int32 */
            D?: number | null;
        };
        /** @enum {string} */
        Lifecycle: "Acquisition" | "Maintenance" | "Retention" | "Churned";
        /** @description The name of a list: `lead_source`. */
        ListCode: string;
        /**
         * @description The languages that the product speaks.
         * @enum {string}
         */
        Locale: "zh-CN" | "en";
        /** @description Until when a customer stays with its owner whatever the rules of its pool say, and why. */
        Lock: {
            /** Format: date */
            until: string;
            reason: components["schemas"]["Note"];
        };
        /** @description What somebody signs in with. */
        Login: string;
        /** @description What was said, what is wanted. */
        LongText: string;
        /** @description Why a deal came to nothing. */
        Loss: {
            reason?: components["schemas"]["Code"] | null;
            note?: components["schemas"]["Note"] | null;
            /** @description Who won instead; needed for the reason `competitor`, unless the deal names one already. */
            competitor_ids?: components["schemas"]["CompetitorId"][];
            /**
             * Format: date
             * @description Today, if it is left out.
             */
            actual_closed_on?: string | null;
        };
        /**
         * @description Where a field's value is covered: `138****8000`. The widest (least covered) of several roles counts.
         * @enum {string}
         */
        Mask: "always" | "list" | "none";
        /** @description With whom a call was after all. */
        Match: {
            subject: components["schemas"]["Subject"];
            /** Format: uuid */
            subject_id: string;
        };
        /**
         * @description How sure it is.
         * @enum {string}
         */
        MatchLevel: "exact" | "strong" | "possible";
        /**
         * @description By what it was found; the surest first.
         * @enum {string}
         */
        MatchedOn: "uscc" | "name_key" | "mobile" | "phone" | "website" | "email" | "email_domain" | "similar_name";
        MeAnswer: {
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                login: string;
                locale: string;
                must_change_password: boolean;
            };
            tenant: {
                /** Format: uuid */
                id: string;
                code: string;
                name: string;
                timezone: string;
                locale: string;
            };
            /** @description What the roles grant, and how far each reaches. */
            permissions: {
                [key: string]: components["schemas"]["DataScope"];
            };
            /** @description Fields with less than the full right, by object and key. */
            fields: {
                [key: string]: {
                    [key: string]: components["schemas"]["MeField"];
                };
            };
            locale: string;
        };
        MeField: {
            access: components["schemas"]["FieldAccess"];
            mask: components["schemas"]["Mask"];
        };
        /** @description A member of a customer's team. */
        Member: {
            user_id: components["schemas"]["UserId"];
            access: components["schemas"]["TeamAccess"];
            role_label?: components["schemas"]["ShortText"] | null;
            /**
             * Format: date-time
             * @description From then on he is out of it.
             */
            expires_at?: string | null;
        };
        /** @description A message to whoever watches. */
        MessageHint: components["schemas"]["Fresh"] & {
            /**
             * Format: int64
             * @description How many there are that he has not read.
             */
            unread: number;
        };
        /** @description By what mailboxes know a mail: no longer than a line of its head (RFC 5322). */
        MessageId: string;
        /**
         * @description How one of several people is chosen.
         * @enum {string}
         */
        Method: "fixed" | "round_robin" | "least_loaded" | "weighted";
        /** @description Somebody whose report is not there. */
        Missing: {
            user_id: components["schemas"]["UserId"];
            user_name: string;
            department_id: components["schemas"]["DepartmentId"];
        };
        /** @description Those whose report is not there. */
        MissingReports: {
            items: components["schemas"]["Missing"][];
        };
        /**
         * @description Whether rows become new records, change known ones, or either.
         * @enum {string}
         */
        Mode: "create" | "update" | "upsert";
        /** @description What a person, a company, a pool, a rule is called. */
        Name: string;
        /** @enum {string} */
        Nature: "State" | "Private" | "Foreign" | "Joint" | "Government" | "Institution" | "Individual" | "Other";
        /** @description A few words beside an action: why it was done. */
        Note: string;
        /** @description Nothing is asked for. */
        Nothing: Record<string, never>;
        Notification: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Event */
            event?: string;
            /** @description Title */
            title?: string;
            /** @description Text */
            body?: string;
            /** @description Resource */
            resource?: string;
            /**
             * Format: uuid
             * @description Record
             */
            record_id?: string;
            /** @description Urgent */
            urgent?: boolean;
            /**
             * Format: int64
             * @description Count
             */
            count?: number;
            /**
             * Format: date-time
             * @description Read at
             */
            read_at?: string | null;
            allowed_actions: string[];
        };
        NotificationChannel: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description Channel
             * @enum {string}
             */
            channel?: "email" | "sms" | "wecom" | "dingtalk" | "feishu";
            /** @description Sender */
            sender?: string | null;
            /** @description Answers to */
            reply_to?: string | null;
            /**
             * Format: int64
             * @description Most a day
             */
            daily_limit?: number | null;
            /** @description Host of the robot */
            host?: string | null;
            allowed_actions: string[];
        };
        NotificationChannelPatch: {
            /** @description Sender */
            sender?: string | null;
            /** @description Answers to */
            reply_to?: string | null;
            /**
             * Format: int64
             * @description Most a day
             */
            daily_limit?: number | null;
        };
        NotificationDelivery: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Notification
             */
            notification_id?: string | null;
            /** @description Event */
            event?: string;
            /**
             * Format: uuid
             * @description Recipient
             */
            recipient_id?: string;
            /** @description Recipient */
            recipient_name?: string | null;
            /**
             * @description Channel
             * @enum {string}
             */
            channel?: "in_app" | "email" | "sms" | "wecom" | "dingtalk" | "feishu";
            /** @description Address */
            address?: string | null;
            /** @description Subject */
            subject?: string;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "queued" | "sent" | "simulated" | "failed";
            /**
             * Format: int64
             * @description Tries
             */
            tries?: number;
            /**
             * Format: date-time
             * @description Next try
             */
            next_try_at?: string | null;
            /** @description Error */
            error?: string | null;
            /**
             * Format: date-time
             * @description Sent at
             */
            sent_at?: string | null;
            allowed_actions: string[];
        };
        NotificationRule: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Event */
            event?: string;
            recipients?: unknown;
            channels?: string[];
            /** @description Urgent */
            urgent?: boolean;
            /** @description Active */
            is_active?: boolean;
            allowed_actions: string[];
        };
        NotificationRulePatch: {
            /** @description Event */
            event?: string;
            recipients?: unknown;
            channels?: string[];
            /** @description Urgent */
            urgent?: boolean;
            /** @description Active */
            is_active?: boolean;
        };
        NotificationTemplate: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Event */
            event?: string;
            /**
             * @description Channel
             * @enum {string}
             */
            channel?: "in_app" | "email" | "sms" | "wecom" | "dingtalk" | "feishu";
            /**
             * @description Language
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
            /** @description Subject */
            subject?: string;
            /** @description Body */
            body?: string;
            allowed_actions: string[];
        };
        NotificationTemplatePatch: {
            /** @description Event */
            event?: string;
            /**
             * @description Channel
             * @enum {string}
             */
            channel?: "in_app" | "email" | "sms" | "wecom" | "dingtalk" | "feishu";
            /**
             * @description Language
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
            /** @description Subject */
            subject?: string;
            /** @description Body */
            body?: string;
        };
        /** @description How the numbers of one kind of record are made. */
        NumberingRule: {
            segments: components["schemas"]["Segment"][];
            separator?: string;
            reset: components["schemas"]["Reset"];
        };
        NumberingRuleDetails: {
            /** @description The kind of record: `lead`. */
            object: components["schemas"]["Code"];
            segments: components["schemas"]["Segment"][];
            separator?: string;
            reset: components["schemas"]["Reset"];
        };
        NumberingRulePatch: {
            segments?: unknown;
            /** @description Separator */
            separator?: string;
            /**
             * @description Counts anew
             * @enum {string}
             */
            reset?: "daily" | "monthly" | "yearly" | "never";
        };
        Opportunity: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Number */
            no?: string;
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Pipeline
             */
            pipeline_id?: string;
            /** @description Pipeline */
            pipeline_name?: string | null;
            /**
             * Format: uuid
             * @description Stage
             */
            stage_id?: string;
            /** @description Stage */
            stage_name?: string | null;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "open" | "won" | "lost" | "abandoned";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Owner's department
             */
            owner_department_id?: string | null;
            /** @description Owner's department */
            owner_department_name?: string | null;
            /** @description Amount */
            amount?: string;
            /**
             * @description Amount from
             * @enum {string}
             */
            amount_source?: "manual" | "lines";
            lines?: unknown;
            /**
             * @description Currency
             * @enum {string}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF";
            /** @description Exchange rate */
            fx_rate?: string;
            /**
             * Format: date
             * @description Exchange rate of
             */
            fx_rate_on?: string;
            /** @description Amount in base currency */
            amount_base?: string;
            /** @description Weighted amount */
            weighted_amount?: string;
            /** @description Won amount */
            won_amount?: string | null;
            /** @description Won amount in base currency */
            won_amount_base?: string | null;
            /**
             * Format: int64
             * @description Probability (%)
             */
            probability?: number;
            /**
             * Format: int64
             * @description Overridden probability (%)
             */
            probability_override?: number | null;
            /**
             * @description Forecast category
             * @enum {string}
             */
            forecast_category?: "pipeline" | "best_case" | "commit" | "omitted" | "closed";
            /**
             * @description Overridden forecast category
             * @enum {string|null}
             */
            forecast_override?: "pipeline" | "best_case" | "commit" | "omitted" | "closed" | null;
            /**
             * Format: date
             * @description Expected close
             */
            expected_close_on?: string;
            /**
             * Format: date
             * @description Closed on
             */
            actual_closed_on?: string | null;
            /** @description Reason for losing */
            reason?: string | null;
            /** @description About the reason */
            reason_note?: string | null;
            competitor_ids?: string[];
            /** @description Source */
            source?: string | null;
            /**
             * Format: uuid
             * @description Made from lead
             */
            lead_id?: string | null;
            /** @description Need */
            need_type?: string | null;
            categories?: string[];
            /** @description Next step */
            next_step?: string | null;
            done_tasks?: string[];
            /** @description Description */
            description?: string | null;
            /**
             * Format: date-time
             * @description In the stage since
             */
            stage_entered_at?: string;
            /**
             * Format: int64
             * @description Days in the stage
             */
            stage_age_days?: number | null;
            /** @description Stalled */
            stalled?: boolean;
            /** @description Should have closed */
            overdue_close?: boolean;
            /**
             * Format: date-time
             * @description Last contact
             */
            last_activity_at?: string | null;
            /**
             * Format: date-time
             * @description Next contact
             */
            next_contact_at?: string | null;
            tags?: string[];
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            /** @description Why it exists beside a colleague's */
            collision_reason?: string | null;
            allowed_actions: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description What people type in about an opportunity. */
        OpportunityDetails: {
            name: components["schemas"]["Name"];
            customer_id: components["schemas"]["CustomerId"];
            contact_id?: components["schemas"]["ContactId"] | null;
            pipeline_id?: components["schemas"]["PipelineId"] | null;
            stage_id?: components["schemas"]["StageId"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            /** @description What the lines come to, where there are any; then nobody writes it. */
            amount?: string | null;
            lines?: components["schemas"]["OpportunityLine"][];
            currency?: components["schemas"]["Currency"] | null;
            /**
             * Format: int32
             * @description In the place of the stage's probability, within the points that the organisation allows.
             */
            probability_override?: number | null;
            forecast_override?: components["schemas"]["ForecastCategory"] | null;
            /** Format: date */
            expected_close_on: string;
            competitor_ids?: components["schemas"]["CompetitorId"][];
            source?: components["schemas"]["Code"] | null;
            lead_id?: components["schemas"]["LeadId"] | null;
            need_type?: components["schemas"]["Code"] | null;
            /** @description The kinds of products that it is about. Two owners do not try to sell the same kind to one customer. */
            categories?: components["schemas"]["Tag"][];
            next_step?: components["schemas"]["ShortText"] | null;
            /** @description The tasks of its stages that are done, by their names. */
            done_tasks?: components["schemas"]["Tag"][];
            description?: components["schemas"]["LongText"] | null;
            tags?: components["schemas"]["Tag"][];
            external_source?: components["schemas"]["Code"] | null;
            external_id?: components["schemas"]["ShortText"] | null;
            collision_reason?: components["schemas"]["Note"] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One line: so many of something, at a price that has the tax in it. */
        OpportunityLine: {
            product: components["schemas"]["Name"];
            code?: components["schemas"]["Code"] | null;
            quantity: string;
            unit_price: string;
            /** @description The part that is taken off: 0.15 is 15 % off. */
            discount_rate?: string;
            tax_rate?: string;
            /** @description What it comes to with its tax. What a body says here and below is ignored. */
            gross?: string | null;
            net?: string | null;
            tax?: string | null;
        };
        /** @enum {string} */
        OpportunityMode: "create" | "none";
        OpportunityPart: Record<string, never> & {
            /** @default none */
            mode: components["schemas"]["OpportunityMode"];
        };
        OpportunityPatch: {
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Amount */
            amount?: string;
            lines?: unknown;
            /**
             * @description Currency
             * @enum {string}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF";
            /**
             * Format: int64
             * @description Overridden probability (%)
             */
            probability_override?: number | null;
            /**
             * @description Overridden forecast category
             * @enum {string|null}
             */
            forecast_override?: "pipeline" | "best_case" | "commit" | "omitted" | "closed" | null;
            /**
             * Format: date
             * @description Expected close
             */
            expected_close_on?: string;
            competitor_ids?: string[];
            /** @description Source */
            source?: string | null;
            /** @description Need */
            need_type?: string | null;
            categories?: string[];
            /** @description Next step */
            next_step?: string | null;
            done_tasks?: string[];
            /** @description Description */
            description?: string | null;
            tags?: string[];
            /** @description External system */
            external_source?: string | null;
            /** @description External id */
            external_id?: string | null;
            /** @description Why it exists beside a colleague's */
            collision_reason?: string | null;
        } & {
            [key: string]: unknown;
        };
        OptionMeta: {
            value: string;
            label: {
                zh: string;
                en: string;
            };
            color: string | null;
            /** @description The word above it. */
            parent?: string | null;
            /** @description Whether it can still be chosen; records may carry words that cannot. */
            active: boolean;
            /** @description Whether a new record begins with it. */
            default: boolean;
        };
        /** @enum {string} */
        Outcome: "Reached" | "NoAnswer" | "Refused" | "Interested" | "AgreedNext" | "Other";
        /** @description What whoever leads somebody says in the place of his forecast. */
        Override: {
            commit_amount?: string | null;
            best_case_amount?: string | null;
            note?: components["schemas"]["Note"] | null;
        };
        Overview: {
            customer: Record<string, never>;
            /** @description The first contacts, the primary one before the others. */
            contacts: components["schemas"]["Block"];
            /** @description The first page of the time-line. */
            timeline: components["schemas"]["Block"];
            /** @description Companies below this one. */
            subsidiaries: components["schemas"]["Block"];
            /** @description The leads that became this customer. */
            leads: components["schemas"]["Block"];
            counts: components["schemas"]["Counts"];
        };
        /** @description The figures of one owner. */
        OwnerForecast: components["schemas"]["Figures"] & {
            owner_id: components["schemas"]["UserId"];
            owner_name?: string | null;
            /** @description What he submitted for the period. */
            submission?: Record<string, never> | null;
            /** @description How near the commit that he submitted came to what was closed, as a percentage, once the period is over. */
            accuracy?: string | null;
        };
        OwnerHistory: {
            items: Record<string, never>[];
        };
        OwnerLog: {
            items: components["schemas"]["OwnerLogLine"][];
            next_cursor: string | null;
        };
        /** @description One line of who had a lead. */
        OwnerLogLine: {
            /** Format: uuid */
            id: string;
            /**
             * @description `create`, `claim`, `assign`, `auto_assign`, `transfer`, `return`, `recycle`, `move`, `invalid`, `restore` or
             *     `convert`.
             */
            kind: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            by?: string | null;
            by_name?: string | null;
            /** Format: uuid */
            from_owner_id?: string | null;
            from_owner_name?: string | null;
            /** Format: uuid */
            to_owner_id?: string | null;
            to_owner_name?: string | null;
            /** Format: uuid */
            from_pool_id?: string | null;
            from_pool_name?: string | null;
            /** Format: uuid */
            to_pool_id?: string | null;
            to_pool_name?: string | null;
            reason?: string | null;
            note?: string | null;
        };
        /**
         * @description Which department sees what he owns from then on.
         * @enum {string}
         */
        OwnerRecords: "move" | "stay";
        PasswordBody: {
            current: string;
            new: string;
        };
        PermissionInfo: {
            permission: string;
            object: string;
            action: string;
            label: {
                zh: string;
                en: string;
            };
            object_label: {
                zh: string;
                en: string;
            };
            action_label: {
                zh: string;
                en: string;
            };
        };
        /** @description What roles can grant. */
        PermissionList: {
            items: components["schemas"]["PermissionInfo"][];
        };
        /** @description A telephone number as it was written; [`Phone::norm`] is how it is compared. */
        Phone: string;
        Pipeline: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            department_ids?: string[];
            /**
             * @description Currency
             * @enum {string|null}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF" | null;
            /** @description May go back */
            allow_backward?: boolean;
            /** @description May pass over stages */
            allow_skip?: boolean;
            /** @description Owners may reopen */
            allow_reopen?: boolean;
            /** @description Default */
            is_default?: boolean;
            /** @description Active */
            active?: boolean;
            stages?: unknown;
            allowed_actions: string[];
        };
        /** @description What people type in about a pipeline. Its stages are records of their own. */
        PipelineDetails: {
            name: components["schemas"]["Name"];
            /** @description Whose it is; none: everybody's. */
            department_ids?: components["schemas"]["DepartmentId"][];
            currency?: components["schemas"]["Currency"] | null;
            /** @description Whether a deal may go back to a stage before. */
            allow_backward?: boolean;
            /** @description Whether a deal may pass over stages. */
            allow_skip?: boolean;
            /** @description Whether owners may open again what they lost or gave up. */
            allow_reopen?: boolean;
            /** @description Whether deals go here where no pipeline is named. */
            is_default?: boolean;
            active?: boolean;
        };
        /** Format: uuid */
        PipelineId: string;
        PipelinePatch: {
            /** @description Name */
            name?: string;
            department_ids?: string[];
            /**
             * @description Currency
             * @enum {string|null}
             */
            currency?: "CNY" | "USD" | "EUR" | "GBP" | "HKD" | "JPY" | "KRW" | "SGD" | "TWD" | "AUD" | "CAD" | "CHF" | null;
            /** @description May go back */
            allow_backward?: boolean;
            /** @description May pass over stages */
            allow_skip?: boolean;
            /** @description Owners may reopen */
            allow_reopen?: boolean;
            /** @description Default */
            is_default?: boolean;
            /** @description Active */
            active?: boolean;
        };
        /** @description What people plan. */
        PlanDetails: {
            subject: components["schemas"]["Subject"];
            /** Format: uuid */
            subject_id: string;
            contact_id?: components["schemas"]["ContactId"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            /** Format: date-time */
            planned_at: string;
            method: components["schemas"]["ActivityKind"];
            content: components["schemas"]["LongText"];
            /**
             * Format: int32
             * @description As the settings say, if it is left out.
             */
            remind_before_min?: number | null;
            recurrence?: components["schemas"]["Recurrence"] | null;
        };
        Playbook: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * @description Object
             * @enum {string}
             */
            object?: "lead" | "customer";
            /**
             * @description Level
             * @enum {string|null}
             */
            level?: "A" | "B" | "C" | "D" | null;
            /**
             * @description Value class
             * @enum {string|null}
             */
            value_class?: "A" | "B" | "C" | null;
            /**
             * @description Life cycle
             * @enum {string|null}
             */
            lifecycle?: "acquisition" | "maintenance" | "retention" | "churned" | null;
            /** @description Need */
            need_type?: string | null;
            /**
             * @description Grade of the lead
             * @enum {string|null}
             */
            grade?: "A" | "B" | "C" | "D" | null;
            steps?: unknown;
            /** @description Active */
            active?: boolean;
            allowed_actions: string[];
        };
        /** @description For whom it is, and what is to be done. What is not named fits everybody. */
        PlaybookDetails: {
            name: components["schemas"]["Name"];
            object: components["schemas"]["HeldObject"];
            level?: components["schemas"]["Level"] | null;
            value_class?: components["schemas"]["ValueClass"] | null;
            lifecycle?: components["schemas"]["Lifecycle"] | null;
            need_type?: components["schemas"]["Code"] | null;
            grade?: components["schemas"]["Level"] | null;
            steps: components["schemas"]["Step"][];
            active?: boolean;
        };
        PlaybookPatch: {
            /** @description Name */
            name?: string;
            /**
             * @description Object
             * @enum {string}
             */
            object?: "lead" | "customer";
            /**
             * @description Level
             * @enum {string|null}
             */
            level?: "A" | "B" | "C" | "D" | null;
            /**
             * @description Value class
             * @enum {string|null}
             */
            value_class?: "A" | "B" | "C" | null;
            /**
             * @description Life cycle
             * @enum {string|null}
             */
            lifecycle?: "acquisition" | "maintenance" | "retention" | "churned" | null;
            /** @description Need */
            need_type?: string | null;
            /**
             * @description Grade of the lead
             * @enum {string|null}
             */
            grade?: "A" | "B" | "C" | "D" | null;
            steps?: unknown;
            /** @description Active */
            active?: boolean;
        };
        /** @description How somebody likes to be treated. */
        Preferences: {
            channel?: components["schemas"]["Channel"] | null;
            best_time?: components["schemas"]["ShortText"] | null;
            language?: components["schemas"]["ShortText"] | null;
            gifts?: components["schemas"]["ShortText"] | null;
            hobbies?: components["schemas"]["ShortText"] | null;
            taboos?: components["schemas"]["Tag"][];
        };
        /** @description What a conversion would write, and what stands in its way. */
        Preview: {
            /** @description The customer's fields, as the lead fills them. */
            customer: Record<string, never>;
            /** @description The contact's fields; null where the lead names no person. */
            contact: Record<string, never> | null;
            /** @description Filled fields of the lead that nothing takes over; they stay with the lead. */
            unmapped: string[];
            duplicates: components["schemas"]["Candidate"][];
        };
        /** @description Why a request was not done. */
        Problem: {
            /** @description A URI that names the kind of problem. */
            type: string;
            title: string;
            /** Format: int32 */
            status: number;
            detail: string;
            instance: string;
            /** @description The stable name of the kind of problem. */
            code: string;
            /** @description The fields that are wrong, as JSON pointers into the body. */
            errors: components["schemas"]["FieldProblem"][];
            /** @description What the message is made of. */
            params: {
                [key: string]: unknown;
            };
            /** Format: uuid */
            request_id?: string | null;
        };
        /** @description Hours in which nobody is disturbed; they may go over midnight. */
        QuietHours: {
            from: string;
            to: string;
        };
        /** @description What the caller may still take out of one pool. */
        QuotaLine: {
            /** @description What lies in the pool: `lead` or `customer`. */
            object: string;
            /** Format: uuid */
            pool_id: string;
            pool_name: string;
            is_admin: boolean;
            may_claim: boolean;
            /** Format: int32 */
            daily_limit: number | null;
            /** Format: int32 */
            claimed_today: number;
            /**
             * Format: int32
             * @description Null is any number.
             */
            daily_remaining: number | null;
            /**
             * Format: int32
             * @description The most that he may hold of this kind, out of all pools together.
             */
            cap: number | null;
            /** Format: int32 */
            held: number;
            /**
             * Format: int32
             * @description What is left of `cap` and `pool_cap`, whichever is less.
             */
            cap_remaining: number | null;
            /**
             * Format: int32
             * @description The most that he may hold out of this pool.
             */
            pool_cap: number | null;
            /** Format: int32 */
            pool_held: number;
        };
        Quotas: {
            items: components["schemas"]["QuotaLine"][];
        };
        /** @description What was read: some messages, or all. */
        ReadMarks: {
            ids?: string[] | null;
            all?: boolean | null;
        };
        /** @description Some of those who are told. */
        Recipient: {
            kind: components["schemas"]["RecipientKind"];
            /** @description The people, roles or departments; only where the kind is one of these. */
            ids?: string[];
        };
        /**
         * @description Who is told, as seen from the event.
         * @enum {string}
         */
        RecipientKind: "Owner" | "PreviousOwner" | "Author" | "Actor" | "Superior" | "Team" | "PoolAdmins" | "PoolMembers" | "Mentioned" | "Attendees" | "Reviewers" | "Named" | "Subscribers" | "Admins" | "Users" | "Roles" | "Departments";
        /** @description How often a plan comes again: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=10`. */
        Recurrence: string;
        /**
         * @description Whether one reason is enough, or all must be given.
         * @enum {string}
         */
        RecycleMode: "any" | "all";
        /**
         * @description Why a record goes back.
         * @enum {string}
         */
        RecycleReason: "no_followup" | "not_converted" | "no_opportunity" | "no_deal";
        RefreshBody: {
            /** @description The refresh token, where it is in no cookie. */
            refresh_token?: string | null;
        };
        /** @description `from` is … of `to`. */
        RelationDetails: {
            from_id: components["schemas"]["CustomerId"];
            to_id: components["schemas"]["CustomerId"];
            kind: components["schemas"]["RelationKind"];
            territory?: components["schemas"]["ShortText"] | null;
            products?: components["schemas"]["ShortText"] | null;
            /** Format: date */
            valid_from?: string | null;
            /** Format: date */
            valid_to?: string | null;
            remark?: components["schemas"]["LongText"] | null;
        };
        /** @enum {string} */
        RelationKind: "InvoiceTo" | "SupplierOf" | "EndCustomerOf" | "DealerOf" | "PartnerOf" | "CompetitorOf";
        /** @enum {string} */
        Relationship: "Acquaintance" | "Satisfied" | "Loyal" | "Strategic" | "Strained";
        /** @description Why a deal goes on after all. */
        Reopening: {
            note?: components["schemas"]["Note"] | null;
        };
        /** @description What is told once more: these calls, or all since a time. */
        Replay: {
            ids?: string[] | null;
            /** Format: date-time */
            since?: string | null;
        };
        Replayed: {
            /** Format: int64 */
            replayed: number;
            /**
             * Format: int64
             * @description How many more there are: they are asked for again.
             */
            left: number;
        };
        /**
         * @description How much time a report is about.
         * @enum {string}
         */
        ReportKind: "Daily" | "Weekly" | "Monthly";
        /**
         * @description When counting begins again.
         * @enum {string}
         */
        Reset: "daily" | "monthly" | "yearly" | "never";
        ResetBody: {
            /** @description The new password, to be changed at the next sign-in. Without it one is made up and shown in the answer, once. */
            password?: string | null;
        };
        ResourceList: {
            items: components["schemas"]["ResourceName"][];
        };
        ResourceMeta: {
            resource: string;
            label: components["schemas"]["Label"];
            fields: components["schemas"]["FieldMeta"][];
            states: components["schemas"]["OptionMeta"][];
            actions: components["schemas"]["ActionMeta"][];
            default_columns: string[];
            /** @description How the caller sees records of this kind: of those that fit a record, the first counts. */
            layouts: components["schemas"]["LayoutMeta"][];
            searchable: boolean;
            sort: string;
        };
        ResourceName: {
            resource: string;
            label: components["schemas"]["Label"];
        };
        /** @description What a reviewer says. */
        Review: {
            /** Format: int32 */
            score?: number | null;
            note?: components["schemas"]["LongText"] | null;
        };
        /** @description Where the robot of a group is. It holds a key, and is never shown again. */
        RobotAddress: {
            url: string;
            /** @description What its messages are signed with, where it wants that (DingTalk, Feishu). */
            secret?: string | null;
        };
        Role: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Code */
            code?: string;
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            /** @description Preset */
            system?: boolean;
            grants?: unknown;
            fields?: unknown;
            /**
             * Format: int64
             * @description People
             */
            user_count?: number;
            allowed_actions: string[];
        };
        /** @description The name of a role for programs. */
        RoleCode: string;
        RoleDetails: {
            code: components["schemas"]["RoleCode"];
            name: components["schemas"]["Title"];
            description?: components["schemas"]["Note"] | null;
            grants?: components["schemas"]["Grant"][];
            fields?: components["schemas"]["FieldRule"][];
        };
        /** Format: uuid */
        RoleId: string;
        /** @enum {string} */
        RoleInDeal: "DecisionMaker" | "Influencer" | "User" | "Champion" | "Blocker" | "Finance" | "Purchasing";
        RolePatch: {
            /** @description Name */
            name?: string;
            /** @description Description */
            description?: string | null;
            grants?: unknown;
            fields?: unknown;
        };
        /** @description What those shown in `nodes` have together; null where the caller may not know. */
        Rollup: {
            customers: number;
            dealt?: number | null;
            /** Format: int64 */
            contacts?: number | null;
            last_activity_at?: string | null;
        };
        Rsvp: {
            answer: components["schemas"]["Answer"];
        };
        RuleDetails: {
            event: components["schemas"]["ShortText"];
            recipients: components["schemas"]["Recipient"][];
            /** @description Besides the product itself, which always tells. */
            channels?: components["schemas"]["Channel"][];
            /** @description Told at any hour. */
            urgent?: boolean;
            is_active?: boolean;
        };
        /**
         * @description What a rule looks at.
         * @enum {string}
         */
        RuleKind: "fit" | "behaviour" | "negative";
        /** @description One run of a scheduled job. */
        Run: {
            /** Format: uuid */
            id: string;
            job: string;
            /** Format: date */
            business_date: string;
            dry_run: boolean;
            status: string;
            /** Format: date-time */
            started_at: string;
            /** Format: date-time */
            finished_at?: string | null;
            /** @description What was done, or would have been. */
            result: unknown;
            error?: string | null;
            /** Format: uuid */
            actor_id?: string | null;
            actor_name?: string | null;
        };
        RunJob: {
            /** @description Only tell what would be done. */
            dry_run?: boolean;
        };
        RunPage: {
            items: components["schemas"]["Run"][];
            next_cursor: string | null;
        };
        ScheduleList: {
            items: components["schemas"]["ScheduleMeta"][];
        };
        /** @description Something that is done for the organisation by its clock. */
        ScheduleMeta: {
            name: string;
            /** @description On the organisation's clock: `01:00`; `:05` where it is every hour. */
            at: string;
            /**
             * Format: int32
             * @description The day of the month, where it is not every day.
             */
            day: number | null;
        };
        ScoringRule: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "fit" | "negative";
            condition?: unknown;
            /**
             * Format: int64
             * @description Points
             */
            points?: number;
            /**
             * Format: int64
             * @description Most points
             */
            max_points?: number;
            /** @description Active */
            active?: boolean;
            allowed_actions: string[];
        };
        ScoringRuleDetails: {
            name: components["schemas"]["Name"];
            kind: components["schemas"]["RuleKind"];
            /** @description A filter over the lead. */
            condition: Record<string, never>;
            /** Format: int32 */
            points: number;
            /**
             * Format: int32
             * @description The most that it contributes.
             */
            max_points?: number;
            active?: boolean;
        };
        ScoringRulePatch: {
            /** @description Name */
            name?: string;
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "fit" | "negative";
            condition?: unknown;
            /**
             * Format: int64
             * @description Points
             */
            points?: number;
            /**
             * Format: int64
             * @description Most points
             */
            max_points?: number;
            /** @description Active */
            active?: boolean;
        };
        SearchHit: {
            resource: string;
            id: string;
            title: string;
            subtitle: string | null;
        };
        SearchResult: {
            items: components["schemas"]["SearchHit"][];
        };
        /** @description A part of a number. */
        Segment: {
            text: string;
            /** @enum {string} */
            kind: "text";
        } | {
            format: components["schemas"]["DateFormat"];
            /** @enum {string} */
            kind: "date";
        } | {
            /** Format: int64 */
            start: number;
            /** Format: int64 */
            step: number;
            /** Format: int32 */
            width: number;
            /** @enum {string} */
            kind: "sequence";
        };
        /** Format: uuid */
        SessionId: string;
        /** @description One place where a person is signed in. */
        SessionInfo: {
            id: components["schemas"]["SessionId"];
            user_agent?: string | null;
            ip?: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            /** Format: date-time */
            expires_at: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        SessionList: {
            items: components["schemas"]["SessionInfo"][];
        };
        /** @description One setting, with what it takes. */
        Setting: {
            key: string;
            /** @description The group it is shown in. */
            group: string;
            label: components["schemas"]["Label"];
            value: Record<string, never>;
            default: Record<string, never>;
            kind: components["schemas"]["SettingKind"];
            min: unknown;
            max: unknown;
            /** @description Whether null is a value: no limit, or switched off. */
            nullable: boolean;
            choices: string[] | null;
            /**
             * Format: date-time
             * @description When it was set, and by whom; null where the default stands.
             */
            changed_at: string | null;
            changed_by_name: string | null;
        };
        /** @enum {string} */
        SettingKind: "int" | "decimal" | "bool" | "choice" | "choices" | "level_days" | "minutes" | "timezone" | "currency" | "clock" | "hours" | "condition" | "contact_rules";
        SettingList: {
            items: components["schemas"]["Setting"][];
        };
        /** @description A line about something: a title, a department, a WeChat id. */
        ShortText: string;
        SignInBody: {
            tenant: string;
            login: string;
            password: string;
            /** @description Programs that keep no cookies ask for the refresh token in the answer. */
            token_in_body?: boolean;
        };
        /** @description A new organisation and its first administrator. */
        SignUpBody: {
            /** @description The short name of the organisation, typed at each sign-in: `yunfan`. */
            tenant: string;
            company: string;
            login: string;
            name: string;
            password: string;
            /** @description Programs that keep no cookies ask for the refresh token in the answer. */
            token_in_body?: boolean;
        };
        /** @description Deals that should have closed before the period began; they are in none of the figures. */
        Slipped: {
            /** Format: int64 */
            count: number;
            amount: string;
        };
        /** @enum {string} */
        Stage: "Potential" | "Intent" | "Prospective" | "Signed" | "Member";
        /** @description What people type in about a stage. Each pipeline has three that they only rename: won, lost, abandoned. */
        StageDetails: {
            pipeline_id: components["schemas"]["PipelineId"];
            name: components["schemas"]["Name"];
            /**
             * Format: int32
             * @description Its place among the stages; behind the others where nothing is said.
             */
            position?: number | null;
            /** Format: int32 */
            probability: number;
            forecast_category: components["schemas"]["ForecastCategory"];
            /**
             * Format: int32
             * @description A deal that stays longer is stalled.
             */
            max_days?: number | null;
            /**
             * Format: int32
             * @description After how many days somebody is to speak about a deal that came here.
             */
            contact_days?: number | null;
            /** @description Keys of opportunities that must be filled before the stage is left forward. */
            required_fields?: components["schemas"]["Tag"][];
            /** @description What must have been done by then: names that stand in the opportunity's `done_tasks`. */
            required_tasks?: components["schemas"]["Tag"][];
            /**
             * Format: int32
             * @description How often somebody must have spoken about the deal by then.
             */
            min_activities?: number;
        };
        /** @description Where a deal stood, from when to when, with what it was worth when it came there. */
        StageHistory: {
            items: Record<string, never>[];
        };
        /** Format: uuid */
        StageId: string;
        StagePatch: {
            /** @description Name */
            name?: string;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            /**
             * Format: int64
             * @description Probability (%)
             */
            probability?: number;
            /**
             * @description Forecast category
             * @enum {string}
             */
            forecast_category?: "pipeline" | "best_case" | "commit" | "omitted" | "closed";
            /**
             * Format: int64
             * @description Stalled after days
             */
            max_days?: number | null;
            /**
             * Format: int64
             * @description Contact after days
             */
            contact_days?: number | null;
            required_fields?: string[];
            required_tasks?: string[];
            /**
             * Format: int64
             * @description Activities at least
             */
            min_activities?: number;
        };
        /**
         * @description Whether a deal goes on from here, and if not, how it ended.
         * @enum {string}
         */
        StageType: "Open" | "Won" | "Lost" | "Abandoned";
        /** @description What somebody did in a time. */
        Stats: {
            /** Format: int64 */
            new_leads: number;
            /** Format: int64 */
            new_customers: number;
            /** Format: int64 */
            contacts_made: number;
            /** Format: int64 */
            customers_contacted: number;
            /** Format: int64 */
            calls: number;
            /** Format: int64 */
            calls_connected: number;
            /** Format: int64 */
            talk_s: number;
            /** Format: int64 */
            visits: number;
            /** Format: int64 */
            plans_done: number;
            /** Format: int64 */
            plans_missed: number;
        };
        /** @description One thing to do. */
        Step: {
            /**
             * Format: int32
             * @description Days after the playbook begins.
             */
            offset_days: number;
            method: components["schemas"]["ActivityKind"];
            talking_points: components["schemas"]["LongText"];
            closing_technique?: components["schemas"]["LongText"] | null;
            material?: components["schemas"]["ShortText"] | null;
        };
        /**
         * @description What it is about.
         * @enum {string}
         */
        Subject: "Lead" | "Customer" | "Contact" | "Opportunity";
        /** @description What somebody says will come in. */
        Submission: {
            period: components["schemas"]["ShortText"];
            /** @description In the place of the commit that the product reckons. */
            commit_amount?: string | null;
            best_case_amount?: string | null;
            comment?: components["schemas"]["Note"] | null;
        };
        /** @description Who is told of what is published. Naming no kind, level or industry, it is about all. */
        SubscriptionDetails: {
            /** @description Whoever makes it, if nobody is named. */
            user_ids?: components["schemas"]["UserId"][];
            role_ids?: components["schemas"]["RoleId"][];
            /** @description With the departments below them. */
            department_ids?: components["schemas"]["DepartmentId"][];
            kinds?: components["schemas"]["KnowledgeKind"][];
            levels?: components["schemas"]["Level"][];
            industries?: components["schemas"]["Code"][];
        };
        /** @description A word by which records are grouped. */
        Tag: string;
        /** @description The whole team of a customer. */
        Team: {
            members: components["schemas"]["Member"][];
        };
        /**
         * @description What a member of a team may do with its customer.
         * @enum {string}
         */
        TeamAccess: "Read" | "ReadWrite";
        /** @description Somebody who works on a customer beside its owner. */
        TeamMember: {
            /** Format: uuid */
            user_id: string;
            user_name: string;
            /** Format: uuid */
            department_id: string;
            /** @description `read` or `read_write`. */
            access: string;
            role_label?: string | null;
            /** Format: date-time */
            expires_at?: string | null;
            expired: boolean;
        };
        TeamMembers: {
            items: components["schemas"]["TeamMember"][];
            /** @description What a change of the team gives back in `If-Match`. */
            version: components["schemas"]["Version"];
        };
        /** @description The words of a message by one channel in one language. */
        TemplateDetails: {
            event: components["schemas"]["ShortText"];
            channel: components["schemas"]["Channel"];
            locale: components["schemas"]["Locale"];
            subject: components["schemas"]["ShortText"];
            body: components["schemas"]["LongText"];
        };
        /** @description What is looked at before it is kept. */
        TemplateDraft: {
            event: components["schemas"]["ShortText"];
            channel: components["schemas"]["Channel"];
            subject: components["schemas"]["ShortText"];
            body: components["schemas"]["LongText"];
            /**
             * Format: uuid
             * @description The record that it is tried on; without it, names stand for values.
             */
            record_id?: string | null;
        };
        TestClock: {
            /** Format: date-time */
            now: string;
        };
        Timeline: {
            items: components["schemas"]["Event"][];
            next_cursor?: string | null;
        };
        /** @description What a department or a role is called, or a person. */
        Title: string;
        /** @description Another way to go. */
        ToPipeline: {
            pipeline_id: components["schemas"]["PipelineId"];
            note?: components["schemas"]["Note"] | null;
        };
        /** @description Where a deal goes. */
        ToStage: {
            stage_id: components["schemas"]["StageId"];
            from_stage_id?: components["schemas"]["StageId"] | null;
            note?: components["schemas"]["Note"] | null;
        };
        /** @description To whom. */
        ToUser: {
            user_id: components["schemas"]["UserId"];
            note?: components["schemas"]["Note"] | null;
        };
        Todo: {
            resource: string;
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: date-time */
            at: string;
            /** @description What it is hidden by: when this changes, it comes back. */
            date: string;
        };
        /** @description How many of one kind there are, and the first of them. */
        TodoGroup: {
            kind: string;
            /** Format: int64 */
            count: number;
            /** @description Whether there are more than were counted. */
            capped: boolean;
            items: components["schemas"]["Todo"][];
        };
        /** @description Each kind of to-do, the most urgent first. */
        TodoList: {
            items: components["schemas"]["TodoGroup"][];
        };
        TokenAnswer: {
            access_token: string;
            /** @description Always `Bearer`. */
            token_type: string;
            /**
             * Format: int64
             * @description Seconds until the access token must be renewed.
             */
            expires_in: number;
            refresh_token?: string | null;
            /** @description Nothing but `POST /auth/password` is open until it has been done. */
            must_change_password: boolean;
        };
        /** @description To whom a customer goes, and what its owner keeps of it. */
        Transfer: {
            user_id: components["schemas"]["UserId"];
            /** @description What goes along. Contacts always do: they are their customer's. */
            with?: components["schemas"]["Along"][];
            /** @description What the owner until now may go on doing, as a member of the team. */
            keep_me_as?: components["schemas"]["Keep"];
            reason?: components["schemas"]["Note"] | null;
        };
        Unread: {
            /**
             * Format: int64
             * @description Not counted further than a thousand.
             */
            unread: number;
        };
        /** @description An address in the web. Anything but http and https is refused: it would be a link that runs code. */
        Url: string;
        /**
         * @description A code of the right form. Whether a wrong check character is an error is a setting (`uscc_check`), because
         *     some real legacy codes have one: see [`Uscc::is_sound`].
         */
        Uscc: string;
        User: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Number */
            no?: string | null;
            /** @description Login */
            login?: string;
            /** @description Name */
            name?: string;
            /** @description Mobile */
            mobile?: string | null;
            /** @description E-mail */
            email?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            department_id?: string;
            /** @description Department */
            department_name?: string | null;
            extra_department_ids?: string[];
            /**
             * Format: uuid
             * @description Superior
             */
            superior_id?: string | null;
            /** @description Superior */
            superior_name?: string | null;
            role_ids?: string[];
            role_names?: string[];
            /**
             * @description Status
             * @enum {string}
             */
            status?: "invited" | "active" | "on_leave" | "disabled" | "left";
            /**
             * @description Language
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
            /** @description Time zone */
            timezone?: string | null;
            /** @description Must change password */
            must_change_password?: boolean;
            /**
             * Format: date-time
             * @description Last sign-in
             */
            last_login_at?: string | null;
            allowed_actions: string[];
        };
        UserDetails: {
            no?: string | null;
            login: components["schemas"]["Login"];
            name: components["schemas"]["Title"];
            mobile?: components["schemas"]["Phone"] | null;
            email?: components["schemas"]["Email"] | null;
            department_id: components["schemas"]["DepartmentId"];
            extra_department_ids?: components["schemas"]["DepartmentId"][];
            superior_id?: components["schemas"]["UserId"] | null;
            role_ids: components["schemas"]["RoleId"][];
            locale?: components["schemas"]["Locale"];
            timezone?: components["schemas"]["ShortText"] | null;
        };
        /** Format: uuid */
        UserId: string;
        UserPatch: {
            /** @description Number */
            no?: string | null;
            /** @description Login */
            login?: string;
            /** @description Name */
            name?: string;
            /** @description Mobile */
            mobile?: string | null;
            /** @description E-mail */
            email?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            department_id?: string;
            extra_department_ids?: string[];
            /**
             * Format: uuid
             * @description Superior
             */
            superior_id?: string | null;
            role_ids?: string[];
            /**
             * @description Language
             * @enum {string}
             */
            locale?: "zh-CN" | "en";
            /** @description Time zone */
            timezone?: string | null;
        };
        UsualRule: {
            recipients: components["schemas"]["Recipient"][];
            channels: components["schemas"]["Channel"][];
        };
        /** @enum {string} */
        ValueClass: "A" | "B" | "C";
        /**
         * Format: int64
         * @description How often a record has been written. Its ETag.
         */
        Version: number;
        View: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description List */
            resource?: string;
            /** @description Name */
            name?: string;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /** @description Shared */
            shared?: boolean;
            columns?: unknown;
            filter?: unknown;
            /** @description Order */
            sort?: string | null;
            /** @description Pinned */
            pinned?: boolean;
            /** @description Default */
            is_default?: boolean;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
            allowed_actions: string[];
        };
        ViewColumn: {
            key: components["schemas"]["ShortText"];
            /** Format: int32 */
            width?: number | null;
            pinned?: boolean | null;
        };
        ViewDetails: {
            /** @description The list it is a view of: `leads`. */
            resource: components["schemas"]["ShortText"];
            name: components["schemas"]["Name"];
            /** @description Whether everybody who sees the list sees the view. */
            shared?: boolean;
            /** @description Left to right; none: those of the list. */
            columns?: components["schemas"]["ViewColumn"][];
            /** @description A filter as lists take it. */
            filter?: Record<string, never> | null;
            sort?: components["schemas"]["ShortText"] | null;
            pinned?: boolean;
            /** @description Whether the list begins with it. */
            is_default?: boolean;
            /** Format: int32 */
            position?: number;
        };
        ViewPatch: {
            /** @description Name */
            name?: string;
            /** @description Shared */
            shared?: boolean;
            columns?: unknown;
            filter?: unknown;
            /** @description Order */
            sort?: string | null;
            /** @description Pinned */
            pinned?: boolean;
            /** @description Default */
            is_default?: boolean;
            /**
             * Format: int64
             * @description Position
             */
            position?: number;
        };
        /**
         * @description Who reads what is published: those who see the customer, or everybody in the organisation.
         * @enum {string}
         */
        Visibility: "Customer" | "Organisation";
        Visit: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description About
             * @enum {string}
             */
            subject?: "lead" | "customer" | "contact" | "opportunity";
            /**
             * Format: uuid
             * @description About which
             */
            subject_id?: string;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "planned" | "checked_in" | "done";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            owner_department_id?: string | null;
            /** @description Department */
            owner_department_name?: string | null;
            /**
             * Format: uuid
             * @description Lead
             */
            lead_id?: string | null;
            /** @description Lead */
            lead_name?: string | null;
            /**
             * Format: uuid
             * @description Customer
             */
            customer_id?: string | null;
            /** @description Customer */
            customer_name?: string | null;
            /**
             * Format: uuid
             * @description Contact
             */
            contact_id?: string | null;
            /** @description Contact */
            contact_name?: string | null;
            /**
             * Format: uuid
             * @description Opportunity
             */
            opportunity_id?: string | null;
            /** @description Opportunity */
            opportunity_name?: string | null;
            /**
             * Format: uuid
             * @description Plan
             */
            plan_id?: string | null;
            /**
             * Format: date-time
             * @description Checked in at
             */
            check_in_at?: string | null;
            /** @description Latitude of check-in */
            check_in_lat?: string | null;
            /** @description Longitude of check-in */
            check_in_lng?: string | null;
            /** @description Place of check-in */
            check_in_address?: string | null;
            photos?: unknown;
            /**
             * Format: date-time
             * @description Checked out at
             */
            check_out_at?: string | null;
            /** @description Latitude of check-out */
            check_out_lat?: string | null;
            /** @description Longitude of check-out */
            check_out_lng?: string | null;
            /** @description Place of check-out */
            check_out_address?: string | null;
            /**
             * Format: int64
             * @description Minutes
             */
            minutes?: number | null;
            /**
             * Format: int64
             * @description Metres from the customer
             */
            distance_m?: number | null;
            /** @description Too far away */
            flagged?: boolean;
            /**
             * Format: uuid
             * @description Activity
             */
            activity_id?: string | null;
            allowed_actions: string[];
        };
        /** @description Whom somebody is going to see. */
        VisitDetails: {
            subject: components["schemas"]["Subject"];
            /** Format: uuid */
            subject_id: string;
            contact_id?: components["schemas"]["ContactId"] | null;
            owner_id?: components["schemas"]["UserId"] | null;
            /**
             * Format: uuid
             * @description The plan that is carried out.
             */
            plan_id?: string | null;
        };
        VisitPatch: Record<string, never>;
        Webhook: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /** @description Name */
            name?: string;
            /** @description URL */
            url?: string;
            events?: string[];
            /** @description Active */
            is_active?: boolean;
            /** @description May be private */
            allow_private?: boolean;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "active" | "paused" | "dead";
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: date-time
             * @description Failing since
             */
            failing_since?: string | null;
            /**
             * Format: date-time
             * @description Disabled at
             */
            dead_at?: string | null;
            allowed_actions: string[];
        };
        WebhookDelivery: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * Format: uuid
             * @description Webhook
             */
            webhook_id?: string;
            /**
             * Format: uuid
             * @description Id of the event
             */
            event_id?: string;
            /** @description Event */
            event?: string;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "queued" | "sent" | "dead";
            /**
             * Format: int64
             * @description Tries
             */
            tries?: number;
            /**
             * Format: date-time
             * @description Next try
             */
            next_try_at?: string | null;
            /**
             * Format: int64
             * @description Answer
             */
            response_status?: number | null;
            /** @description Error */
            error?: string | null;
            /**
             * Format: date-time
             * @description Sent at
             */
            sent_at?: string | null;
            allowed_actions: string[];
        };
        WebhookDetails: {
            name: components["schemas"]["Name"];
            url: string;
            /** @description The events that are told, or `*` for all. */
            events: components["schemas"]["ShortText"][];
            is_active?: boolean;
            /** @description Whether it may lie in the network of the installation, and do without TLS. */
            allow_private?: boolean;
        };
        WebhookPatch: {
            /** @description Name */
            name?: string;
            /** @description URL */
            url?: string;
            events?: string[];
            /** @description Active */
            is_active?: boolean;
        };
        /** @description Hours of each week. */
        WeeklyHours: {
            /**
             * Format: int32
             * @description 1 is Monday, 7 is Sunday.
             */
            day: number;
            from: components["schemas"]["ClockTime"];
            to: components["schemas"]["ClockTime"];
        };
        /** @description What was won. */
        Win: {
            /** @description The deal's amount, if it is left out. */
            won_amount?: string | null;
            /**
             * Format: date
             * @description Today, if it is left out.
             */
            actual_closed_on?: string | null;
            note?: components["schemas"]["Note"] | null;
        };
        /** @description One thing in both languages. */
        Words: {
            zh: string;
            en: string;
        };
        WorkReport: {
            /**
             * Format: uuid
             * @description ID
             */
            id: string;
            /**
             * Format: int64
             * @description Version
             */
            version: number;
            /**
             * Format: date-time
             * @description Created at
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description Created by
             */
            created_by?: string | null;
            /**
             * Format: date-time
             * @description Updated at
             */
            updated_at?: string;
            /**
             * Format: uuid
             * @description Updated by
             */
            updated_by?: string | null;
            /**
             * @description Kind
             * @enum {string}
             */
            kind?: "daily" | "weekly" | "monthly";
            /**
             * Format: date
             * @description From
             */
            period_start?: string;
            /**
             * Format: date
             * @description To
             */
            period_end?: string;
            /**
             * Format: uuid
             * @description Owner
             */
            owner_id?: string;
            /** @description Owner */
            owner_name?: string | null;
            /**
             * Format: uuid
             * @description Department
             */
            owner_department_id?: string | null;
            /** @description Department */
            owner_department_name?: string | null;
            /**
             * @description Status
             * @enum {string}
             */
            status?: "draft" | "submitted" | "reviewed";
            stats?: unknown;
            /** @description Done */
            done?: string | null;
            /** @description Problems */
            problems?: string | null;
            /** @description What comes next */
            next_plan?: string | null;
            reviewer_ids?: string[];
            cc_ids?: string[];
            /**
             * Format: date-time
             * @description Submitted at
             */
            submitted_at?: string | null;
            /** @description Late */
            late?: boolean | null;
            /**
             * Format: date-time
             * @description Reviewed at
             */
            reviewed_at?: string | null;
            /**
             * Format: uuid
             * @description Reviewed by
             */
            reviewed_by?: string | null;
            /** @description Reviewed by */
            reviewed_by_name?: string | null;
            /**
             * Format: int64
             * @description Score
             */
            score?: number | null;
            /** @description Review */
            review_note?: string | null;
            allowed_actions: string[];
        };
        /** @description What people write. */
        WorkReportDetails: {
            kind: components["schemas"]["ReportKind"];
            /**
             * Format: date
             * @description A date in the period; it is kept as its first.
             */
            period_start: string;
            done?: components["schemas"]["LongText"] | null;
            problems?: components["schemas"]["LongText"] | null;
            next_plan?: components["schemas"]["LongText"] | null;
            /** @description One's superior, if nobody is named. */
            reviewer_ids?: components["schemas"]["UserId"][];
            cc_ids?: components["schemas"]["UserId"][];
        };
        WorkReportPatch: {
            /** @description Done */
            done?: string | null;
            /** @description Problems */
            problems?: string | null;
            /** @description What comes next */
            next_plan?: string | null;
            reviewer_ids?: string[];
            cc_ids?: string[];
        };
        /**
         * @description What is being worked on in the background.
         * @enum {string}
         */
        Working: "check" | "run" | "undo";
        /** @description Where working time leads to. */
        WorkingTime: {
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            /** Format: int64 */
            minutes: number;
            /** @description Years whose holidays nobody has entered: there only the days of the week count. */
            missing_years: number[];
        };
        /** @description The name of a time zone: `Asia/Shanghai`. */
        ZoneName: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    sign_up: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignUpBody"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PasswordBody"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_departments: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                parent_id?: string;
                manager_id?: string;
                position?: string;
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Department"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_department: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DepartmentDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_department: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_department: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_department: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DepartmentPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_users: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                q?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                no?: string;
                login?: string;
                name?: string;
                mobile?: string;
                email?: string;
                department_id?: string;
                extra_department_ids?: string;
                superior_id?: string;
                role_ids?: string;
                status?: string;
                locale?: string;
                timezone?: string;
                must_change_password?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["User"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_user: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    password?: string;
                } & components["schemas"]["UserDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_user: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_user: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DepartmentMove"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disable_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enable_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResetBody"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_roles: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                code?: string;
                name?: string;
                system?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Role"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_role: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RoleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_role: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_role: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_role: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_permissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_api_keys: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                user_id?: string;
                scopes?: string;
                ip_allow?: string;
                expires_at?: string;
                rate_per_minute?: string;
                hint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_api_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiKeyDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"] & {
                        secret: string;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_api_key: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_api_key: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_api_key: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiKeyPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_activities: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                subject?: string;
                subject_id?: string;
                kind?: string;
                direction?: string;
                outcome?: string;
                occurred_at?: string;
                duration_s?: string;
                participant_ids?: string;
                location?: string;
                next_contact_at?: string;
                counts_as_contact?: string;
                lead_id?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
                plan_id?: string;
                system?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Activity"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_activity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ActivityDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_activity: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_activity: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_activity: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ActivityPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_playbooks: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                object?: string;
                level?: string;
                value_class?: string;
                lifecycle?: string;
                need_type?: string;
                grade?: string;
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Playbook"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_playbook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlaybookDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_playbook: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_playbook: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_playbook: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlaybookPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_calendar_events: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                title?: string;
                start_at?: string;
                end_at?: string;
                all_day?: string;
                location?: string;
                owner_id?: string;
                attendee_ids?: string;
                shared?: string;
                source?: string;
                subject?: string;
                subject_id?: string;
                lead_id?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CalendarEvent"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_calendar_event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EventDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar_event: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_calendar_event: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_calendar_event: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarEventPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rsvp_calendar_event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Rsvp"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_calendar: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarView"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    open_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_calendar_feed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_calendar_file: {
        parameters: {
            query?: {
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_calls: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                owner_id?: string;
                owner_department_id?: string;
                direction?: string;
                number?: string;
                started_at?: string;
                ring_s?: string;
                talk_s?: string;
                connected?: string;
                hangup?: string;
                recording_url?: string;
                provider_id?: string;
                subject?: string;
                subject_id?: string;
                lead_id?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
                activity_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Call"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_call: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CallDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_call: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_call: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    match_call: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Match"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Call"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_emails: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                owner_id?: string;
                owner_department_id?: string;
                direction?: string;
                sender?: string;
                recipients?: string;
                copies?: string;
                sent_at?: string;
                opened_count?: string;
                lead_ids?: string;
                customer_ids?: string;
                contact_ids?: string;
                activity_ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Email"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_email: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmailDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_email: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_email: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_call_analysis: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallAnalysis"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_activity_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_activity_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CommentDetails"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_activity_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_work_report_comments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_work_report_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CommentDetails"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_work_report_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_follow_up_plans: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                subject?: string;
                subject_id?: string;
                planned_at?: string;
                method?: string;
                status?: string;
                owner_id?: string;
                owner_department_id?: string;
                lead_id?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
                remind_before_min?: string;
                recurrence?: string;
                series_id?: string;
                source?: string;
                playbook_id?: string;
                material?: string;
                done_at?: string;
                done_late?: string;
                activity_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FollowUpPlan"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_follow_up_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PlanDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_follow_up_plan: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_follow_up_plan: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_follow_up_plan: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["FollowUpPlanPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_follow_up_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_follow_up_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Completion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_follow_up_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Cancellation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowUpPlan"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_visits: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                subject?: string;
                subject_id?: string;
                status?: string;
                owner_id?: string;
                owner_department_id?: string;
                lead_id?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
                plan_id?: string;
                check_in_at?: string;
                check_in_lat?: string;
                check_in_lng?: string;
                check_in_address?: string;
                check_out_at?: string;
                check_out_lat?: string;
                check_out_lng?: string;
                check_out_address?: string;
                minutes?: string;
                distance_m?: string;
                flagged?: string;
                activity_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Visit"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_visit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VisitDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visit: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_visit: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_visit: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["VisitPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_in_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckIn"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_out_visit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckOut"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_work_reports: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                kind?: string;
                period_start?: string;
                period_end?: string;
                owner_id?: string;
                owner_department_id?: string;
                status?: string;
                reviewer_ids?: string;
                cc_ids?: string;
                submitted_at?: string;
                late?: string;
                reviewed_at?: string;
                reviewed_by?: string;
                score?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkReport"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_work_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkReportDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkReport"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_work_report: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkReport"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_work_report: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_work_report: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkReportPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkReport"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_work_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkReport"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    review_work_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Review"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkReport"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_work_report_figures: {
        parameters: {
            query?: {
                kind?: string;
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_missing_work_reports: {
        parameters: {
            query?: {
                kind?: string;
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissingReports"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_timeline: {
        parameters: {
            query?: {
                kind?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead_timeline: {
        parameters: {
            query?: {
                kind?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_todos: {
        parameters: {
            query?: {
                shown?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dismiss_todo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customers: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                q?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                no?: string;
                name?: string;
                short_name?: string;
                aliases?: string;
                status?: string;
                kind?: string;
                category?: string;
                role?: string;
                stage?: string;
                level?: string;
                level_source?: string;
                level_until?: string;
                nature?: string;
                uscc?: string;
                industry?: string;
                scale?: string;
                region?: string;
                address?: string;
                lat?: string;
                lng?: string;
                phone?: string;
                phones?: string;
                email?: string;
                website?: string;
                wechat?: string;
                source?: string;
                need_types?: string;
                relationship?: string;
                is_key_account?: string;
                value_class?: string;
                credit_limit?: string;
                payment_terms_days?: string;
                satisfaction_avg?: string;
                parent_id?: string;
                owner_id?: string;
                owner_department_id?: string;
                owned_since?: string;
                pool_id?: string;
                pooled_at?: string;
                pooled_by?: string;
                pooled_reason?: string;
                origin_pool_id?: string;
                last_owner_id?: string;
                last_owned_until?: string;
                locked?: string;
                locked_until?: string;
                locked_by?: string;
                lock_reason?: string;
                recycle_due_on?: string;
                recycle_rule?: string;
                deal_status?: string;
                first_deal_at?: string;
                last_deal_at?: string;
                last_activity_at?: string;
                next_contact_at?: string;
                contact_color?: string;
                lifecycle?: string;
                churn_level?: string;
                churn_score?: string;
                lead_id?: string;
                merged_into?: string;
                tags?: string;
                external_source?: string;
                external_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Customer"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_customer: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_customer: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_update_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_delete_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_customer_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DuplicateQuestion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    release_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LetGo"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["IntoPool"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Lock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlock_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_key_account_customer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeyAccount"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_claim_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_assign_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_release_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["LetGo"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_transfer_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_move_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["IntoPool"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_lock_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Lock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_unlock_customers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_team: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMembers"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_customer_team: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Team"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMembers"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_overview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_owner_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerHistory"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_hierarchy: {
        parameters: {
            query?: {
                rollup?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hierarchy"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contacts: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                q?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                customer_id?: string;
                name?: string;
                gender?: string;
                title?: string;
                department?: string;
                role_in_deal?: string;
                is_primary?: string;
                mobile?: string;
                phone?: string;
                email?: string;
                wechat?: string;
                address?: string;
                birthday?: string;
                birthday_calendar?: string;
                reports_to_id?: string;
                do_not_contact?: string;
                consent?: string;
                status?: string;
                owner_id?: string;
                owner_department_id?: string;
                pool_id?: string;
                tags?: string;
                external_source?: string;
                external_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Contact"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_contact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContactDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contact: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_contact: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_contact: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_update_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_delete_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customer_pools: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                enabled?: string;
                is_default?: string;
                user_ids?: string;
                role_ids?: string;
                department_ids?: string;
                admin_ids?: string;
                visible_to_members?: string;
                masked_fields?: string;
                members_may_claim?: string;
                daily_limit?: string;
                prev_owner_freeze_days?: string;
                new_data_wait_days?: string;
                member_may_transfer?: string;
                hold_limit?: string;
                dealt_counts?: string;
                clear_team?: string;
                remind_days?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerPool"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer_pool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerPoolDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_pool: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_customer_pool: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_customer_pool: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerPoolPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customer_relations: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                from_id?: string;
                kind?: string;
                to_id?: string;
                territory?: string;
                products?: string;
                valid_from?: string;
                valid_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerRelation"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer_relation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RelationDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRelation"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_relation: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRelation"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_customer_relation: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_customer_relation: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerRelationPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerRelation"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_customer_knowledge: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                customer_id?: string;
                kind?: string;
                confidence?: string;
                valid_until?: string;
                visibility?: string;
                status?: string;
                published_at?: string;
                published_by?: string;
                shared?: string;
                source_resource?: string;
                source_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerKnowledge"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_customer_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KnowledgeDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerKnowledge"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_knowledge: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerKnowledge"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_customer_knowledge: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_customer_knowledge: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomerKnowledgePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerKnowledge"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publish_customer_knowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerKnowledge"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_knowledge_audience: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_knowledge_subscriptions: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                user_ids?: string;
                role_ids?: string;
                department_ids?: string;
                kinds?: string;
                levels?: string;
                industries?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KnowledgeSubscription"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_knowledge_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SubscriptionDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeSubscription"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_knowledge_subscription: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeSubscription"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_knowledge_subscription: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_knowledge_subscription: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KnowledgeSubscriptionPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeSubscription"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_leads: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                q?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                no?: string;
                name?: string;
                company_name?: string;
                contact_name?: string;
                title?: string;
                phone?: string;
                mobile?: string;
                email?: string;
                wechat?: string;
                region?: string;
                address?: string;
                industry?: string;
                level?: string;
                source?: string;
                intended_product_ids?: string;
                budget?: string;
                currency?: string;
                expected_date?: string;
                tags?: string;
                external_source?: string;
                external_id?: string;
                status?: string;
                owner_id?: string;
                owner_department_id?: string;
                owned_since?: string;
                pool_id?: string;
                pooled_at?: string;
                pooled_by?: string;
                pooled_reason?: string;
                origin_pool_id?: string;
                last_owner_id?: string;
                last_owned_until?: string;
                last_activity_at?: string;
                last_activity_by?: string;
                next_contact_at?: string;
                contact_color?: string;
                score?: string;
                grade?: string;
                claim_count?: string;
                return_count?: string;
                invalid_reason?: string;
                converted_at?: string;
                converted_by?: string;
                customer_id?: string;
                contact_id?: string;
                opportunity_id?: string;
                recycle_due_on?: string;
                recycle_reason?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Lead"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_lead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_lead: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_lead: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    return_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LetGo"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invalidate_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Invalidation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    convert_lead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Conversion"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lead"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_claim_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_assign_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_transfer_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_return_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["LetGo"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_update_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_delete_leads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_lead_conversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lead_owners: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerLog"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_lead_duplicates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadDetails"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateLeads"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_lead_pools: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                enabled?: string;
                is_default?: string;
                user_ids?: string;
                role_ids?: string;
                department_ids?: string;
                admin_ids?: string;
                visible_to_members?: string;
                masked_fields?: string;
                members_may_claim?: string;
                daily_limit?: string;
                prev_owner_freeze_days?: string;
                new_data_wait_days?: string;
                auto_assign_rule_id?: string;
                recycle_enabled?: string;
                no_followup_days?: string;
                not_converted_days?: string;
                recycle_mode?: string;
                remind_days?: string;
                working_days_only?: string;
                exempt_levels?: string;
                exempt_tags?: string;
                exempt_role_ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeadPool"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_lead_pool: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadPoolDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead_pool: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_lead_pool: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_lead_pool: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LeadPoolPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeadPool"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_assignment_rules: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                pool_id?: string;
                priority?: string;
                active?: string;
                method?: string;
                user_ids?: string;
                target_pool_id?: string;
                skip_full?: string;
                skip_on_leave?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssignmentRule"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_assignment_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssignmentRuleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assignment_rule: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_assignment_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_assignment_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AssignmentRulePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_scoring_rules: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                kind?: string;
                points?: string;
                max_points?: string;
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScoringRule"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_scoring_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScoringRuleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scoring_rule: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_scoring_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_scoring_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScoringRulePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoringRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_capacity_rules: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                object?: string;
                user_ids?: string;
                role_ids?: string;
                department_ids?: string;
                max_owned?: string;
                count_statuses?: string;
                dealt_counts?: string;
                priority?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CapacityRule"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_capacity_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CapacityRuleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_capacity_rule: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_capacity_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_capacity_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CapacityRulePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CapacityRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_my_quotas: {
        parameters: {
            query?: {
                object?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_meta: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_meta: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceMeta"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_notification_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TemplateDraft"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    count_unread_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReadMarks"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_notification_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhooks: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                url?: string;
                events?: string;
                is_active?: string;
                allow_private?: string;
                status?: string;
                owner_id?: string;
                dead_at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] & {
                        secret: string;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhook: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_webhook: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_webhook: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WebhookPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotate_webhook_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"] & {
                        secret: string;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_webhook_deliveries: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                cursor?: string;
                q?: string;
                count?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhook_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"] & {
                        body: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replay_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Replay"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                event?: string;
                title?: string;
                resource?: string;
                record_id?: string;
                urgent?: string;
                read_at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notification"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notification_rules: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                event?: string;
                channels?: string;
                urgent?: string;
                is_active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationRule"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_notification_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RuleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_rule: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_notification_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_notification_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationRulePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notification_templates: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                event?: string;
                channel?: string;
                locale?: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationTemplate"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_notification_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TemplateDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_template: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_notification_template: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_notification_template: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationTemplatePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_notification_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationTemplate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notification_channels: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                channel?: string;
                sender?: string;
                reply_to?: string;
                daily_limit?: string;
                host?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationChannel"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_notification_channel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ChannelDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_channel: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_notification_channel: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_notification_channel: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NotificationChannelPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_notification_channel_address: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RobotAddress"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    test_notification_channel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationChannel"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notification_deliveries: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                notification_id?: string;
                event?: string;
                recipient_id?: string;
                channel?: string;
                address?: string;
                subject?: string;
                status?: string;
                tries?: string;
                next_try_at?: string;
                error?: string;
                sent_at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NotificationDelivery"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_delivery: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retry_notification_delivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_opportunities: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                q?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                no?: string;
                name?: string;
                customer_id?: string;
                contact_id?: string;
                pipeline_id?: string;
                stage_id?: string;
                status?: string;
                owner_id?: string;
                owner_department_id?: string;
                amount?: string;
                amount_source?: string;
                currency?: string;
                fx_rate?: string;
                fx_rate_on?: string;
                amount_base?: string;
                weighted_amount?: string;
                won_amount?: string;
                won_amount_base?: string;
                probability?: string;
                probability_override?: string;
                forecast_category?: string;
                forecast_override?: string;
                expected_close_on?: string;
                actual_closed_on?: string;
                reason?: string;
                competitor_ids?: string;
                source?: string;
                lead_id?: string;
                need_type?: string;
                categories?: string;
                next_step?: string;
                done_tasks?: string;
                stage_entered_at?: string;
                stage_age_days?: string;
                stalled?: string;
                overdue_close?: string;
                last_activity_at?: string;
                next_contact_at?: string;
                tags?: string;
                external_source?: string;
                external_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Opportunity"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OpportunityDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_opportunity: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_opportunity: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_opportunity: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OpportunityPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_update_opportunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Changes"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_delete_opportunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["Nothing"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stage_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToStage"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_pipeline_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToPipeline"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    win_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Win"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lose_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Loss"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    abandon_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Loss"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reopening"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer_opportunity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Opportunity"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_stage_opportunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["ToStage"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    batch_transfer_opportunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    ids?: string[];
                    filter?: {
                        [key: string]: unknown;
                    };
                    atomic?: boolean;
                } & components["schemas"]["ToUser"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_opportunity_stage_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StageHistory"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_opportunity_board: {
        parameters: {
            query?: {
                pipeline_id?: string;
                filter?: string;
                sort?: string;
                limit?: number;
                fields?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_forecasts: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                period?: string;
                from_on?: string;
                until_on?: string;
                owner_id?: string;
                owner_department_id?: string;
                opportunity_ids?: string;
                commit_amount?: string;
                best_case_amount?: string;
                submitted_at?: string;
                override_commit?: string;
                override_best_case?: string;
                overridden_by?: string;
                overridden_at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Forecast"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_forecast: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    override_forecast: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Override"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_forecast_of_period: {
        parameters: {
            query?: {
                period?: string;
                owner_id?: string;
                department_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastAnswer"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submit_forecast: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_pipelines: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                department_ids?: string;
                currency?: string;
                allow_backward?: string;
                allow_skip?: string;
                allow_reopen?: string;
                is_default?: string;
                active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Pipeline"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_pipeline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PipelineDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pipeline: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_pipeline: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_pipeline: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PipelinePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_stages: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                pipeline_id?: string;
                name?: string;
                position?: string;
                type?: string;
                probability?: string;
                forecast_category?: string;
                max_days?: string;
                contact_days?: string;
                required_fields?: string;
                required_tasks?: string;
                min_activities?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Stage"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_stage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StageDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_stage: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_stage: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_stage: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StagePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_competitors: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                website?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Competitor"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_competitor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompetitorDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Competitor"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_competitor: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Competitor"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_competitor: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_competitor: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CompetitorPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Competitor"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_exchange_rates: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                currency?: string;
                effective_on?: string;
                rate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExchangeRate"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_exchange_rate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExchangeRateDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exchange_rate: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_exchange_rate: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_exchange_rate: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExchangeRatePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeRate"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_calendars: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                name?: string;
                time_zone?: string;
                is_default?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Calendar"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_calendar: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_calendar: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CalendarPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_working_time: {
        parameters: {
            query?: {
                start?: string;
                minutes?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingTime"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    working_time_between: {
        parameters: {
            query?: {
                start?: string;
                end?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkingTime"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_custom_fields: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                resource?: string;
                key?: string;
                type?: string;
                label?: string;
                label_en?: string;
                help?: string;
                required?: string;
                is_unique?: string;
                searchable?: string;
                sensitive?: string;
                min?: string;
                max?: string;
                pattern?: string;
                scale?: string;
                dictionary?: string;
                target?: string;
                position?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomField"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_custom_field: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomFieldDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_custom_field: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_custom_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_custom_field: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CustomFieldPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_layouts: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                resource?: string;
                name?: string;
                role_ids?: string;
                list_columns?: string;
                position?: string;
                is_active?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Layout"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_layout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LayoutDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layout"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_layout: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layout"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_layout: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_layout: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LayoutPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layout"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_dictionaries: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                code?: string;
                name?: string;
                name_en?: string;
                fixed?: string;
                system?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Dictionary"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_dictionary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DictionaryDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionary"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_dictionary: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionary"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_dictionary: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_dictionary: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DictionaryPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dictionary"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_numbering_rules: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                object?: string;
                separator?: string;
                reset?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NumberingRule"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_numbering_rule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NumberingRuleDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberingRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_numbering_rule: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberingRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_numbering_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_numbering_rule: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NumberingRulePatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberingRule"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_views: {
        parameters: {
            query?: {
                filter?: string;
                sort?: string;
                limit?: number;
                cursor?: string;
                offset?: number;
                fields?: string;
                count?: string;
                id?: string;
                created_at?: string;
                created_by?: string;
                updated_at?: string;
                updated_by?: string;
                resource?: string;
                name?: string;
                owner_id?: string;
                shared?: string;
                pinned?: string;
                is_default?: string;
                position?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["View"][];
                        next_cursor: string | null;
                        total: {
                            value: number;
                            capped: boolean;
                        } | null;
                    };
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_view: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ViewDetails"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_view: {
        parameters: {
            query?: {
                fields?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_view: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_view: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ViewPatch"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_file: {
        parameters: {
            query?: {
                filename?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contact_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_opportunity_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_activity_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visit_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_deleted_records: {
        parameters: {
            query?: {
                resource?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purge_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_records: {
        parameters: {
            query?: {
                q?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watch_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_department_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_user_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_role_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_api_key_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_lead_pool_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assignment_rule_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_scoring_rule_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_capacity_rule_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contact_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_pool_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_relation_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_customer_knowledge_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_knowledge_subscription_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_pipeline_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_stage_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_competitor_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_exchange_rate_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_opportunity_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_forecast_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_activity_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_playbook_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_follow_up_plan_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_visit_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_call_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_email_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar_event_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_work_report_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_rule_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_template_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_channel_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_delivery_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_webhook_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_calendar_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_custom_field_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_layout_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_dictionary_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_numbering_rule_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_view_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_logs: {
        parameters: {
            query?: {
                action?: string;
                actor_id?: string;
                record_id?: string;
                result?: string;
                from?: string;
                until?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                resource?: string;
                actor_id?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_jobs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleList"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_job: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunJob"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_job_runs: {
        parameters: {
            query?: {
                job?: string;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_job_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_test_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TestClock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestClock"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_test_clock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_imports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_import: {
        parameters: {
            query?: {
                resource?: string;
                filename?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_import_template: {
        parameters: {
            query?: {
                resource?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ImportPlan"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    follow_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_import_rows: {
        parameters: {
            query?: {
                failed?: boolean;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_import_result: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_exports: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportPage"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancel_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_export_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not done, and why */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
