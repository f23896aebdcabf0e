-- Who saw what is not for everyone, who came in, who took something away, whose rights were changed. Entries are added and
-- never touched again.
create table access_record (
    id uuid primary key,
    at timestamptz not null,
    who text not null check (who <> ''),
    act text not null check (act in ('READ', 'EXPORT', 'SIGN_IN', 'SIGN_IN_REFUSED', 'SIGN_OUT', 'RIGHTS')),
    item text check (item in ('request', 'need', 'provider', 'offer', 'run', 'matrix', 'account')),
    -- the items and, at the same places, their owners
    items uuid[] not null,
    owners text[] not null check (cardinality(owners) = cardinality(items)),
    detail text,
    request_id text
);

create index access_record_listed on access_record (at, id);
create index access_record_of_items on access_record using gin (items);
create index access_record_of_owners on access_record using gin (owners);

create trigger access_record_is_final before update or delete on access_record
    for each row execute function refuse_to_rewrite_history();
create trigger access_record_is_not_emptied before truncate on access_record
    for each statement execute function refuse_to_rewrite_history();
revoke update, delete on access_record from "${service}", "${worker}";

create function reader_is_administrator() returns boolean language sql stable
    return 'administrator' = any(reader_keys());

-- A party reads of its own items; whoever keeps the accounts reads all of it, which tells no content.
alter table access_record enable row level security, force row level security;
create policy access_record_read on access_record for select using (
    (select reader_is_administrator()) or owners && (select reader_keys())::text[]);
create policy access_record_added on access_record for insert with check (true);
create policy access_record_worked_on on access_record to "${worker}" using (true);

create or replace function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'The record of % is never altered.', case tg_table_name when 'change' then 'changes' else 'access' end;
end $$;

-- What was done to accounts is for whoever keeps them.
create policy change_of_accounts_followed on change for select using (
    item in ('account', 'sub-committee') and (select reader_is_administrator()));
