-- A payment may be allocated over several events, and a reversal mirrors events, each only once.
alter table postings
  add column payment_id uuid,
  add column reverses uuid;
create index postings_by_payment on postings (payment_id) where payment_id is not null;
