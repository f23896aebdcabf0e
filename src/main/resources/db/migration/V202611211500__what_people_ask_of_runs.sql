alter table run
    add column limit_unimproved_steps bigint check (limit_unimproved_steps > 0),
    add column limit_gap_percent double precision check (limit_gap_percent between 0 and 100),
    -- what it starts from, and how far it may go from there
    add column start_from uuid references run,
    add column most_changed_rows int check (most_changed_rows >= 0),
    -- a what-if run only shows what would be
    add column what_if boolean not null default false,
    add column what_if_name text check (what_if_name <> ''),
    add column best_bound bigint,
    add column bound bigint,
    add column threads int check (threads > 0),
    -- steps made after each twentieth of the search, by which it can be repeated
    add column laps bigint[],
    add column ended_by text
        check (ended_by in ('TIME', 'STEPS', 'GAP', 'NO_IMPROVEMENT', 'STOPPED', 'NOTHING_TO_DECIDE')),
    add column changed_rows int check (changed_rows >= 0),
    add check (what_if = (what_if_name is not null)),
    add check (most_changed_rows is null or start_from is not null),
    add check (start_from <> id),
    add unique (id, what_if);

-- Not asked of the plans from before bounds were kept, but of every plan since.
alter table run add constraint run_plan_has_a_bound
    check ((level1 is null) = (bound is null) and (level1 is null) = (threads is null)
        and (level1 is null) = (laps is null) and (level1 is null) = (ended_by is null)) not valid;

-- A what-if run is one for ever, and what it supposes never becomes the start of a real plan.
create function run_stays_what_it_is() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.what_if is distinct from old.what_if then
        raise check_violation using message = 'A what-if run stays one, and no other becomes one.';
    end if;
    if not new.what_if and exists (select 1 from run base where base.id = new.start_from and base.what_if) then
        raise check_violation using message = 'Only what-if runs start from the plan of a what-if run.';
    end if;
    return new;
end $$;

create trigger run_nature before insert or update of what_if, start_from on run
    for each row execute function run_stays_what_it_is();

drop index run_finished;
create index run_finished on run (finished_at desc) where level1 is not null and not what_if;

-- What people ask of a run, in the order in which they asked.
create table run_adjustment (
    run_id uuid not null references run on delete cascade,
    place int not null check (place >= 0),
    kind text not null,
    need_id uuid references need,
    offer_id uuid references offer,
    provider text references provider (code),
    parts int check (parts between 1 and 4),
    budget_usd bigint check (budget_usd >= 0),
    -- other budgets are for what-if runs alone
    of_what_if boolean generated always as (case when kind = 'BUDGET' then true end) stored,
    primary key (run_id, place),
    foreign key (run_id, of_what_if) references run (id, what_if) on delete cascade,
    unique nulls not distinct (run_id, kind, need_id, offer_id, provider),
    -- each kind says what it needs and nothing else
    constraint run_adjustment_says_what_it_needs check (case kind
        when 'PIN' then num_nulls(need_id, offer_id, parts) = 0 and num_nonnulls(provider, budget_usd) = 0
        when 'LEFT_ALONE' then need_id is not null and num_nonnulls(offer_id, parts, provider, budget_usd) = 0
        when 'BAN' then need_id is not null and num_nonnulls(offer_id, provider) = 1
            and num_nonnulls(parts, budget_usd) = 0
        when 'LOCKED_OFFER' then offer_id is not null and num_nonnulls(need_id, parts, provider, budget_usd) = 0
        when 'BUDGET' then num_nulls(offer_id, budget_usd) = 0 and num_nonnulls(need_id, parts, provider) = 0
        else false end)
);

create index run_adjustment_of_need on run_adjustment (need_id);
create index run_adjustment_of_offer on run_adjustment (offer_id);

-- Offers that nobody has made; they live within their what-if run.
create table run_extra_offer (
    run_id uuid not null,
    place int not null check (place >= 0),
    offer_id uuid not null unique,
    provider text not null references provider (code),
    content jsonb not null,
    budget_usd bigint not null check (budget_usd > 0),
    floor_usd bigint not null check (floor_usd >= 0),
    ceiling_usd bigint not null check (ceiling_usd > 0),
    per_state_cap_usd bigint not null check (per_state_cap_usd > 0),
    rate_date date,
    of_what_if boolean generated always as (true) stored,
    primary key (run_id, place),
    unique (run_id, offer_id),
    foreign key (run_id, of_what_if) references run (id, what_if) on delete cascade,
    check (floor_usd <= ceiling_usd)
);

-- A match is with an offer that there is, or with one that its own run supposes.
alter table plan_row
    drop constraint plan_row_offer_id_fkey,
    add column extra boolean not null default false;
alter table plan_row
    add column stored_offer_id uuid generated always as (case when not extra then offer_id end) stored references offer,
    add column extra_offer_id uuid generated always as (case when extra then offer_id end) stored,
    add foreign key (run_id, extra_offer_id) references run_extra_offer (run_id, offer_id) on delete cascade;

-- Both as compressed certificate files: what a search began with, and what proves its bound.
alter table run_snapshot add column start_prices bytea;

create table run_certificate (
    run_id uuid primary key references run on delete cascade,
    file bytea not null
);
