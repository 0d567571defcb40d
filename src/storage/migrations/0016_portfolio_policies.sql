-- A portfolio's policy in versions, each with when, by whom and why. A portfolio points at the one
-- in force; a version never changes.

create table portfolio_policies (
  portfolio_id uuid not null,
  version integer not null check (version > 0),
  settings jsonb not null,
  made_at timestamptz not null,
  -- Null: the system, when the portfolio was made.
  made_by uuid references users,
  reason text not null,
  primary key (portfolio_id, version)
);

insert into portfolio_policies (portfolio_id, version, settings, made_at, reason)
select id, 1, '{}', now(), 'as it was before policies had versions' from portfolios;

alter table portfolios add column policy_version integer not null default 1;
alter table portfolios alter column policy_version drop default;
alter table portfolios drop column policy;
alter table portfolios add constraint portfolios_policy_in_force
  foreign key (id, policy_version) references portfolio_policies (portfolio_id, version);
