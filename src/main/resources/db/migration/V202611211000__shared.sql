-- Who did what, when and why, and the item as it stood afterwards. Entries are added and never touched again.
create sequence change_id increment by 500;

create table change (
    id bigint primary key,
    item text not null,
    item_id uuid not null,
    who text not null check (who <> ''),
    at timestamptz not null,
    from_status text,
    to_status text,
    why text not null check (why <> ''),
    content jsonb not null
);

create index change_of_item on change (item, item_id, id);

create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'The record of changes is never altered.';
end $$;

create trigger change_is_final before update or delete on change
    for each row execute function refuse_to_rewrite_history();

create trigger change_is_not_emptied before truncate on change
    for each statement execute function refuse_to_rewrite_history();

-- First answers to creating requests, given again when the same key comes again.
create table idempotency (
    who text not null,
    key text not null check (length(key) between 1 and 200),
    content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
    location text,
    version int not null,
    body text not null,
    at timestamptz not null,
    primary key (who, key)
);

-- US dollars for one unit of a currency, from a day on.
create table rate (
    id uuid primary key,
    currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'USD'),
    since date not null,
    usd_per_unit numeric(20, 10) not null check (usd_per_unit > 0),
    source text not null,
    unique (currency, since)
);
