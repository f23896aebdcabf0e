-- Requests before the Committee, until its silence lets their needs be shown to providers.
create table circulation (
    id uuid primary key,
    version int not null,
    request_id uuid not null references request on delete cascade,
    reference text not null,
    state text not null references reference_state (iso3),
    needs uuid[] not null check (needs <> '{}'),
    status text not null check (status in ('BEFORE_COMMITTEE', 'HELD', 'PASSED', 'OBJECTED', 'WITHDRAWN')),
    until date check ((status = 'BEFORE_COMMITTEE') = (until is not null)),
    held_by text[] not null check ((status = 'HELD') = (held_by <> '{}')),
    days_left int check ((status = 'HELD') = (days_left is not null)),
    extended_days int not null check (extended_days >= 0),
    reminded_for date,
    put_before_by text not null,
    put_before_at timestamptz not null,
    ended_at timestamptz check ((ended_at is null) = (status in ('BEFORE_COMMITTEE', 'HELD')))
);

-- The Committee is not asked twice at once for the same request.
create unique index circulation_runs on circulation (request_id) where status in ('BEFORE_COMMITTEE', 'HELD');
create index circulation_listed on circulation (put_before_at, id);
create index circulation_of_need on circulation using gin (needs) where status = 'PASSED';

alter table circulation enable row level security, force row level security;
create policy circulation_seen on circulation for select using ((select reader_is_confidant()));
create policy circulation_added on circulation for insert with check ((select reader_is_expert()));
create policy circulation_changed on circulation for update using ((select reader_is_confidant()));
create policy circulation_worked_on on circulation to "${worker}" using (true);

alter table access_record drop constraint access_record_item_check,
    add constraint access_record_item_check check (item in ('request', 'need', 'provider', 'offer', 'run', 'proposal',
        'circulation', 'matrix', 'account'));

create or replace function may_follow(item text, item_id uuid) returns boolean language sql stable
    return case item
        when 'request' then exists (select 1 from request i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'need' then exists (select 1 from need i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'provider' then exists (select 1 from provider i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'offer' then exists (select 1 from offer i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'proposal' then (select reader_is_confidant())
        when 'circulation' then (select reader_is_confidant())
        else (select reader_is_expert()) end;
