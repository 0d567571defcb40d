-- What the product's role may not do by itself, it may do in these narrow ways, as the owner does it.
-- What else it may do is granted at each start (storage/audit/grants.ts).

-- Tables of imports under way, made and dropped by the product.
create schema staging;

-- What was written down stays as it was written, but for words that are erased below.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('dunlin.erasing', true) = tg_table_name then
    return new;
  end if;
  raise exception '% is only ever added to', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- Erases the words of one sealed row, and nothing else of it; answers whether there was such a row.
-- Whoever calls it writes the event words.erased in the same transaction, or verify-log tells.
create function erase_words(of_table text, customer uuid, no bigint) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  erased text := case of_table
    when 'notes' then 'words = '''''
    when 'utterances' then 'words = '''''
    when 'messages' then 'subject = null, words = '''''
    when 'attempt_corrections' then 'reason = '''''
    when 'contact_facts' then 'details = ''{}'''
    when 'overrides' then 'evidence = '''''
    when 'credit_notes' then 'reason = '''''
    when 'plans' then 'affordability = null'
    when 'bank_entries' then 'payer_name = null, payer_account = null, remittance = null'
    when 'former_names' then 'name = '''''
  end;
  found_rows integer;
begin
  if erased is null then
    raise exception 'no words of % are erased', of_table using errcode = 'restrict_violation';
  end if;
  perform set_config('dunlin.erasing', of_table, true);
  execute format('update %I set %s where seal_no = $1', of_table, erased)
    || case when of_table in ('bank_entries', 'former_names') then '' else ' and customer_id = $2' end
    using no, customer;
  get diagnostics found_rows = row_count;
  perform set_config('dunlin.erasing', '', true);
  return found_rows > 0;
end
$$;

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

revoke execute on function erase_words(text, uuid, bigint) from public;
revoke execute on function delete_imported(text, uuid) from public;
