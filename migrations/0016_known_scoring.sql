-- The rules by which leads are rated are known by heart, as fresh as rights are.
create trigger rights_changed after insert or update or delete on scoring_rules
    for each statement execute function app.rights_changed();
