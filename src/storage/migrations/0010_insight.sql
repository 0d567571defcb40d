-- What each whole day of a portfolio adds to a side of its figures: a long period is read by its days.

create table figure_days (
  portfolio_id uuid not null references portfolios,
  side text not null,
  day date not null,
  -- Empty for what is no money.
  currency text not null default '',
  weight bigint not null,
  primary key (portfolio_id, side, day, currency)
);

-- How far a portfolio's days are counted. What is younger is read from the rows themselves.
create table figures_counted (
  portfolio_id uuid primary key references portfolios,
  zone text not null,
  counted_to date not null,
  -- Postings recorded before this instant are in the days of the debt.
  recorded_before timestamptz not null
);
