-- The facts of a decision are kept as the text they were given as: nothing reads into them when they
-- are written, and their hash is of that text. What stood here before keeps its text and its hash.
alter table decisions alter column facts type json using facts::text::json;

-- Written at every contact and read seldom: the compression that costs least, where the server has it.
do $$
begin
  alter table decisions alter column facts set compression lz4;
exception when feature_not_supported then null;
end
$$;

-- Older entries that may still bear: a reply too, so that no message is answered twice.
drop index attempts_lasting;
create index attempts_lasting on attempts (customer_id, attempted_at)
  where direction = 'inbound' or person <> 'consumer' or result = 'conversation'
    or in_response_to is not null;

-- Whether somebody is being contacted is asked before every contact, of that person alone.
create index attempts_under_way on attempts (customer_id) where state in ('reserved', 'released');
