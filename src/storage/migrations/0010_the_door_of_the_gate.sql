-- What was written down about contact stays as it was written, whoever asks the database: the records
-- that a regulator reads are only ever added to. The hash chains tell of whoever goes round this.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger only_added before update or delete on event_log
  for each row execute function refuse_change();
create trigger only_added before update or delete on decisions
  for each row execute function refuse_change();
create trigger only_added before update or delete on attempt_corrections
  for each row execute function refuse_change();
create trigger only_added before update or delete on contact_facts
  for each row execute function refuse_change();

-- News of a delivery names the attempt.
create index messages_by_attempt on messages (attempt_id) where attempt_id is not null;

-- A purpose that opens what is otherwise shut is a claim: what it rests on, such as a court's number.
alter table attempts add column purpose_ref text;

-- The chain of a person's decisions is walked by its links.
create index decisions_by_link on decisions (customer_id, previous_hash);
