-- The figures read by period; without these each would read a whole table.

-- The debt bridge sums these columns and nothing else: it never opens the table.
create index postings_of_debt on postings
  (portfolio_id, booked_on, currency, debit, credit, amount_minor)
  where debit = 'receivable' or credit = 'receivable';
create index conversations_by_finish on conversations (portfolio_id, finished_at)
  where finished_at is not null;
create index cases_by_close on cases (portfolio_id, closed_at) where closed_at is not null;
create index promises_by_due on promises_to_pay (portfolio_id, due_on);
create index key_events_by_day on key_events (portfolio_id, happened_on);
