-- A decision is opened by its id from lists, flags and replays.
create index decisions_by_id on decisions (id);
