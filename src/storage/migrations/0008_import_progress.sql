-- Where a refused cell stands in the file and what its sentence needs; and who runs an import now,
-- so that one whose process died is taken up by another.
alter table import_rejects
  add column column_name text,
  add column facts jsonb not null default '{}';
alter table imports add column beat_at timestamptz;
create index imports_running on imports (beat_at) where state = 'running';
