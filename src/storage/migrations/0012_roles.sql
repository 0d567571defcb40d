-- What the product's role may not do by itself, it may do in these narrow ways, as the owner does it.
-- What else it may do is granted at each start (storage/audit/grants.ts).

-- Tables of imports under way, made and dropped by the product.
create schema staging;

-- Erases the words of a customer in one table whose rows the product may not change, and nothing else
-- of them; answers the numbers of the rows that held some. Of notes and documents those that are
-- restricted, or the others. Whoever calls it writes them into the event person.data-erased in the same transaction, or
-- verify-log tells. The kinds of data (domain/privacy/data-kinds.ts) name the same columns.
create function erase_words(of_table text, customer uuid, are_restricted boolean)
  returns setof bigint
  language plpgsql security definer set search_path = public, pg_temp as $function$
declare
  columns text;
  erased text;
begin
  select list.columns, list.erased into columns, erased from (values
    ('attempt_corrections', 'reason', $$'[erased]'$$),
    ('bank_entries', 'payer_name, payer_account, reference, remittance, given_references, note',
      'null, null, null, null, null, null'),
    ('consents', 'source, evidence_ref, revocation_source', 'null, null, null'),
    ('contact_facts', 'details, source, evidence_ref', $$'{}', '[erased]', null$$),
    ('credit_notes', 'reason', $$'[erased]'$$),
    ('decisions', 'facts', $$''$$),
    ('documents', 'title, content, remove_reason', $$'[erased]', ''::bytea, null$$),
    ('messages', 'subject, words', $$null, '[erased]'$$),
    ('notes', 'words', $$'[erased]'$$),
    ('overrides', 'evidence', $$'[erased]'$$),
    ('payments', 'reference', 'null'),
    ('plans', 'affordability', 'null'),
    ('preferences', 'details', $$details - 'words'$$),
    ('utterances', 'words', $$'[erased]'$$)
  ) as list (of_table, columns, erased) where list.of_table = erase_words.of_table;
  if erased is null or (of_table in ('notes', 'documents')) <> (are_restricted is not null) then
    raise exception 'no such words of % are erased', of_table using errcode = 'restrict_violation';
  end if;
  perform set_config('dunlin.erasing', of_table, true);
  return query execute format(
      'update %I set (%s) = row(%s) where customer_id = $1 and row(%s) is distinct from row(%s)',
      of_table, columns, erased, columns, erased)
    || case when of_table in ('notes', 'documents') then ' and restricted = $2' else '' end || ' returning seal_no'
    using customer, are_restricted;
  perform set_config('dunlin.erasing', '', true);
end
$function$;

-- Takes the money and the bank's entries of one import back, which the product may not delete.
create function delete_imported(of_table text, import uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_table not in ('postings', 'payments', 'bank_entries') then
    raise exception 'no rows of % are taken back', of_table using errcode = 'restrict_violation';
  end if;
  if not exists (select from imports where id = import and state <> 'taken_back') then
    raise exception 'no import % is there to be taken back', import
      using errcode = 'restrict_violation';
  end if;
  execute format('delete from %I where import_id = $1', of_table) using import;
end
$$;

revoke execute on function erase_words(text, uuid, boolean) from public;
revoke execute on function delete_imported(text, uuid) from public;
