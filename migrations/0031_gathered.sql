-- A message may speak of many records at once: how many.
alter table notifications add column count int not null default 1 check (count >= 1);
