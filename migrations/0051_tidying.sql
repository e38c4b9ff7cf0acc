-- What is tidied up behind the scenes, such as the words that a record is found by, is no change of the record.
create or replace function app.before_write() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.version := 1;
        new.created_at := app.now();
        new.created_by := app.actor();
    else
        new.created_at := old.created_at;
        new.created_by := old.created_by;
        if current_setting('app.tidies', true) = 'on' then
            new.version := old.version;
            new.updated_at := old.updated_at;
            new.updated_by := old.updated_by;
            return new;
        end if;
        new.version := old.version + 1;
    end if;
    new.updated_at := app.now();
    new.updated_by := app.actor();
    return new;
end $$;
