-- The facts of a decision: their JSON text, compressed where it is made, and the decision whose text
-- they repeat for the most part (a release repeats what it was reserved on). The hash is of the text.
alter table decisions
  drop column facts,
  add column facts bytea not null,
  add column facts_base uuid;
alter table decisions alter column facts set storage external;

-- Reservations whose token runs out are the only ones that anybody looks for across people.
drop index attempts_open;
create index attempts_open on attempts (token_expires_at) where state = 'reserved';
