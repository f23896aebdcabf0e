create table policy (
    version int primary key check (version > 0),
    content jsonb not null,
    reason text not null check (reason <> ''),
    created_by text not null,
    created_at timestamptz not null
);

create table run (
    id uuid primary key,
    version int not null,
    status text not null check (status in ('QUEUED', 'SOLVING', 'SOLVED', 'FAILED', 'CANCELLED')),
    policy int not null references policy (version),
    seed bigint not null,
    limit_seconds int not null check (limit_seconds between 1 and 3600),
    limit_steps bigint check (limit_steps > 0),
    cancel_requested boolean not null,
    created_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    failure text,
    -- how far it has come
    best_level1 bigint,
    best_level2 bigint,
    steps bigint,
    elapsed_millis bigint,
    -- what came of it
    needs int,
    offers int,
    candidates int,
    level1 bigint,
    level2 bigint,
    sample boolean not null,
    owner text not null check (owner = 'executive-directorate'),
    audience text not null check (audience in ('COMMITTEE', 'PARTICIPANTS', 'PUBLIC')),
    check ((status = 'FAILED') = (failure is not null)),
    check (status <> 'SOLVED' or level1 is not null)
);

create index run_listed on run (created_at, id);
create index run_finished on run (finished_at desc) where level1 is not null;

-- What a run read: the assist-match/1 file, compressed, and the items that its numbers stand for.
create table run_snapshot (
    run_id uuid primary key references run on delete cascade,
    problem bytea not null,
    need_ids uuid[] not null,
    offer_ids uuid[] not null,
    needs_without_candidates uuid[] not null
);

create table plan_row (
    run_id uuid not null references run on delete cascade,
    need_id uuid not null references need,
    offer_id uuid not null references offer,
    parts int not null check (parts between 1 and 4),
    -- 0 where whole dollars a part leave the last parts of a very small need nothing to pay
    usd bigint not null check (usd >= 0),
    fit int not null check (fit between 0 and 100),
    primary key (run_id, need_id, offer_id)
);

create index plan_row_of_need on plan_row (need_id);
create index plan_row_of_offer on plan_row (offer_id);
