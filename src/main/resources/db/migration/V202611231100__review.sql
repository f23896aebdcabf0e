-- Days on which nobody is expected to act; Saturdays and Sundays need no entry.
create table holiday (
    day date primary key,
    name text not null check (name <> '')
);

create table review_policy (
    version int primary key check (version > 0),
    content jsonb not null,
    reason text not null check (reason <> ''),
    created_by text not null,
    created_at timestamptz not null
);

alter table provider add column state text references reference_state (iso3)
    check (state is null or type = 'STATE');

-- What is shown of need and offer stands here as it was put forward: a party may not see the other's item.
create table proposal (
    id uuid primary key,
    version int not null,
    reference text not null unique,
    need_id uuid not null references need,
    offer_id uuid not null references offer,
    run_id uuid references run on delete set null,
    state text not null references reference_state (iso3),
    theme text not null references reference_theme (code),
    provider text not null,
    -- of the provider, where it is one: its member of the Committee does not decide
    donor_state text references reference_state (iso3),
    recipient text not null check (recipient = 'state:' || state),
    giver text not null check (giver = 'provider:' || provider),
    need_reference text not null,
    need_title text not null,
    offer_reference text not null,
    offer_title text not null,
    parts int not null check (parts between 1 and 4),
    of_parts int not null check (of_parts in (1, 2, 4) and parts <= of_parts),
    of_usd bigint not null check (of_usd >= 0),
    partial_ok boolean not null,
    usd bigint not null check (usd >= 0),
    fit int not null check (fit between 0 and 100),
    fit_parts text not null,
    origin text not null check (origin in ('PLAN', 'CHANGED', 'ADDED', 'NEXT_BEST')),
    reason text check (reason is not null or origin in ('PLAN', 'NEXT_BEST')),
    status text not null check (status in ('BEFORE_COMMITTEE', 'HELD', 'AWAITS_RECIPIENT', 'AWAITS_PROVIDER', 'CONFIRMED',
        'IN_DELIVERY', 'DELIVERED', 'CLOSED', 'OBJECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SUPERSEDED')),
    until date check ((status in ('BEFORE_COMMITTEE', 'AWAITS_RECIPIENT', 'AWAITS_PROVIDER')) = (until is not null)),
    held_by text[] not null check ((status = 'HELD') = (held_by <> '{}')),
    days_left int,
    extended_days int not null check (extended_days >= 0),
    reminded_for date,
    shown_to_recipient boolean not null check (shown_to_recipient or status not in ('AWAITS_RECIPIENT', 'AWAITS_PROVIDER',
        'CONFIRMED', 'IN_DELIVERY', 'DELIVERED', 'CLOSED')),
    shown_to_provider boolean not null check (shown_to_provider or status not in ('AWAITS_PROVIDER', 'CONFIRMED',
        'IN_DELIVERY', 'DELIVERED', 'CLOSED')),
    put_forward_by text not null,
    put_forward_at timestamptz not null,
    passed_at timestamptz,
    recipient_consented_at timestamptz,
    provider_consented_at timestamptz,
    ended_at timestamptz,
    ended_by text check (ended_by in ('RECIPIENT', 'PROVIDER', 'COMMITTEE', 'EXPERTS', 'TERM')),
    ban_lifted boolean not null,
    sample boolean not null,
    check (status not in ('CONFIRMED', 'IN_DELIVERY', 'DELIVERED', 'CLOSED')
        or recipient_consented_at is not null and provider_consented_at is not null),
    check ((ended_by is not null) = (status in ('OBJECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SUPERSEDED')))
);

-- Nobody is asked twice for the same thing.
create unique index proposal_stands on proposal (need_id, offer_id)
    where status not in ('OBJECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'SUPERSEDED');
create index proposal_listed on proposal (put_forward_at, id);
create index proposal_of_need on proposal (need_id);
create index proposal_of_offer on proposal (offer_id);
create index proposal_with_term on proposal (until) where until is not null;

-- What each side said and did, with its words.
create table proposal_act (
    id bigint generated always as identity primary key,
    proposal_id uuid not null references proposal on delete cascade,
    at timestamptz not null,
    who text not null,
    owner text not null,
    member text references reference_state (iso3),
    act text not null check (act in ('LET_PASS', 'HELD', 'RELEASED', 'EXTENDED', 'OBJECTED', 'CONSENTED', 'DECLINED',
        'WITHDRAWN', 'SUPERSEDED', 'BAN_LIFTED')),
    words text not null
);
create index proposal_act_of on proposal_act (proposal_id, id);

-- Which plan was put forward when; the last is the one that later plans are measured against.
create table putting_forward (
    id uuid primary key,
    run_id uuid not null references run on delete cascade,
    put_forward_by text not null,
    put_forward_at timestamptz not null,
    reason text not null
);

create table due_diligence_finding (
    id uuid primary key,
    need_id uuid not null references need on delete cascade,
    provider text not null,
    cleared boolean not null,
    finding text not null check (finding <> ''),
    found_by text not null,
    found_at timestamptz not null
);
create index due_diligence_finding_of on due_diligence_finding (need_id, provider, found_at);

-- The parties learn of a proposal when they are asked, and not before.
alter table proposal enable row level security, force row level security;
create policy proposal_seen on proposal for select using (
    (select reader_is_confidant())
    or shown_to_recipient and recipient = any((select reader_keys())::text[])
    or shown_to_provider and giver = any((select reader_keys())::text[]));
create policy proposal_added on proposal for insert with check ((select reader_is_expert()));
create policy proposal_changed on proposal for update using (
    (select reader_is_confidant())
    or shown_to_recipient and recipient = any((select reader_keys())::text[])
    or shown_to_provider and giver = any((select reader_keys())::text[]));

alter table proposal_act enable row level security, force row level security;
create policy proposal_act_seen on proposal_act for select using (
    (select reader_is_confidant()) or owner = any((select reader_keys())::text[]));
create policy proposal_act_added on proposal_act for insert with check (
    owner = any((select reader_keys())::text[]));

alter table putting_forward enable row level security, force row level security;
create policy putting_forward_of_experts on putting_forward using ((select reader_is_expert()));
alter table due_diligence_finding enable row level security, force row level security;
create policy due_diligence_finding_seen on due_diligence_finding for select using ((select reader_is_confidant()));
create policy due_diligence_finding_added on due_diligence_finding for insert with check ((select reader_is_expert()));

create policy proposal_worked_on on proposal to "${worker}" using (true);
create policy proposal_act_worked_on on proposal_act to "${worker}" using (true);
create policy putting_forward_worked_on on putting_forward to "${worker}" using (true);
create policy due_diligence_finding_worked_on on due_diligence_finding to "${worker}" using (true);

revoke update, delete on review_policy from "${service}", "${worker}";
revoke update on proposal_act, due_diligence_finding, putting_forward from "${service}", "${worker}";

alter table access_record drop constraint access_record_item_check,
    add constraint access_record_item_check check (item in ('request', 'need', 'provider', 'offer', 'run', 'proposal',
        'matrix', 'account'));

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
        else (select reader_is_expert()) end;
