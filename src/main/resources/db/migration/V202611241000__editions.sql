-- The matrix as it was on a day. Prepared by the experts, approved by the Committee, and from then on the same for ever.
create table edition (
    id uuid primary key,
    version int not null,
    owner text not null check (owner = 'executive-directorate'),
    -- without gaps: one that is withdrawn before it was distributed gives its number up
    number int unique check (number > 0),
    status text not null check (status in ('PREPARED', 'DISTRIBUTED', 'WITHDRAWN')),
    audience text not null check (audience in ('COMMITTEE', 'PUBLIC')),
    as_of timestamptz not null,
    prepared_by text not null,
    ended_by text,
    ended_at timestamptz,
    sample boolean not null,
    check ((status = 'DISTRIBUTED') = (audience = 'PUBLIC')),
    check ((status = 'WITHDRAWN') = (number is null)),
    check ((status = 'PREPARED') = (ended_at is null)),
    check ((ended_at is null) = (ended_by is null))
);

-- The Committee is asked about one at a time.
create unique index edition_prepared on edition (status) where status = 'PREPARED';
create index edition_listed on edition (as_of, id);

-- What an edition says to everyone, and what it says to participants, to the byte.
create table edition_text (
    edition_id uuid not null references edition on delete cascade,
    audience text not null check (audience in ('PUBLIC', 'PARTICIPANTS')),
    content bytea not null,
    sha256 text not null check (sha256 = encode(sha256(content), 'hex')),
    needs int not null check (needs >= 0),
    offers int not null check (offers >= 0),
    matches int not null check (matches >= 0),
    primary key (edition_id, audience)
);

create function edition_stays_as_it_was() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if not old.sample then
            raise check_violation using message = 'An edition stays.';
        end if;
        return old;
    end if;
    if old.status <> 'PREPARED' or (new.id, new.as_of, new.prepared_by, new.sample)
            is distinct from (old.id, old.as_of, old.prepared_by, old.sample)
            or new.number is distinct from old.number and new.status <> 'WITHDRAWN' then
        raise check_violation using message = 'What an edition says does not change.';
    end if;
    return new;
end $$;
create trigger edition_is_final before update or delete on edition
    for each row execute function edition_stays_as_it_was();

create function edition_text_is_of_a_new_edition() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from edition e where e.id = new.edition_id and e.status = 'PREPARED') then
        raise check_violation using message = 'What an edition says does not change.';
    end if;
    return new;
end $$;
create trigger edition_text_is_new before insert on edition_text
    for each row execute function edition_text_is_of_a_new_edition();
-- The text of a sample goes with its edition.
revoke update, delete on edition_text from "${service}", "${worker}";

alter table edition enable row level security, force row level security;
create policy edition_seen on edition for select using (lower(audience) = any((select reader_keys())::text[]));
create policy edition_added on edition for insert with check ((select reader_is_expert()));
create policy edition_ended on edition for update using ((select reader_is_confidant()));
create policy edition_worked_on on edition to "${worker}" using (true);

alter table edition_text enable row level security, force row level security;
create policy edition_text_seen on edition_text for select using (
    lower(audience) = any((select reader_keys())::text[]) and exists (select 1 from edition e where e.id = edition_id));
create policy edition_text_added on edition_text for insert with check ((select reader_is_expert()));
create policy edition_text_worked_on on edition_text to "${worker}" using (true);

alter table access_record drop constraint access_record_item_check,
    add constraint access_record_item_check check (item in ('request', 'need', 'provider', 'offer', 'run', 'proposal',
        'circulation', 'edition', 'matrix', 'account'));

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
        when 'edition' then (select reader_is_confidant())
        else (select reader_is_expert()) end;

-- What people chose about mail on editions.
alter table notice_preferences add editions text not null default 'AT_ONCE'
    check (editions in ('AT_ONCE', 'DAILY', 'NONE'));
