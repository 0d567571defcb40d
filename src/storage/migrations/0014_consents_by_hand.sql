-- Consents that a person writes down: who told of it, where the proof is, and how it was taken back.
alter table consents
  add column source text,
  add column evidence_ref text,
  add column revocation_source text,
  add column revocation_recorded_at timestamptz,
  add column revoked_by uuid;
