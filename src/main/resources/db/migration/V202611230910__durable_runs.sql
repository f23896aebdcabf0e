-- A run outlives the process that solves it.
alter table run
    add column priority text not null default 'NORMAL' check (priority in ('URGENT', 'NORMAL', 'LOW')),
    -- counts the processes that took it: none but the last one writes for it
    add column attempt int not null default 0 check (attempt >= 0),
    -- of these, those that were lost
    add column lost int not null default 0 check (lost between 0 and attempt),
    -- whether its search went on from what an earlier one had found
    add column resumed boolean not null default false,
    -- how many events it has had
    add column events int not null default 0 check (events >= 0);

-- What was paid for by whom is kept beside what the problem says, so that a search can go on with the same problem although
-- needs and offers have changed meanwhile.
alter table run_snapshot add column need_costs_usd bigint[];

-- The best plan of a search that is under way, in the numbers of its problem.
create table run_checkpoint (
    run_id uuid primary key references run on delete cascade,
    attempt int not null check (attempt > 0),
    needs int[] not null,
    offers int[] not null,
    parts int[] not null,
    usd bigint[] not null,
    fit int[] not null,
    level1 bigint not null,
    level2 bigint not null,
    bound bigint not null,
    steps bigint not null check (steps >= 0),
    elapsed_millis bigint not null check (elapsed_millis >= 0),
    changed_rows int check (changed_rows >= 0),
    check (cardinality(needs) = cardinality(offers) and cardinality(needs) = cardinality(parts)
        and cardinality(needs) = cardinality(usd) and cardinality(needs) = cardinality(fit))
);

-- What those who watch a run are told, in this order. Of its progress only the latest is kept.
create table run_event (
    run_id uuid not null references run on delete cascade,
    number int not null check (number > 0),
    kind text not null check (kind in ('QUEUED', 'STARTED', 'PROGRESS', 'RESUMED', 'HANDED_BACK', 'ENDED')),
    at timestamptz not null,
    status text not null check (status in ('QUEUED', 'SOLVING', 'SOLVED', 'FAILED', 'CANCELLED')),
    attempt int not null check (attempt >= 0),
    best_level1 bigint,
    best_level2 bigint,
    best_bound bigint,
    steps bigint,
    elapsed_millis bigint,
    why text not null,
    primary key (run_id, number)
);

alter table run_checkpoint enable row level security, force row level security;
create policy run_checkpoint_of_experts on run_checkpoint using ((select reader_is_expert()));
create policy run_checkpoint_worked_on on run_checkpoint to "${worker}" using (true);
alter table run_event enable row level security, force row level security;
create policy run_event_of_experts on run_event using ((select reader_is_expert()));
create policy run_event_worked_on on run_event to "${worker}" using (true);

-- Runs that were waiting or being solved by the release before have no job yet. The owner of the tables sees no rows but for
-- this statement.
alter table run no force row level security;
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
    select 'run', id::text, created_at, false, 1, 50 from run where status in ('QUEUED', 'SOLVING');
alter table run force row level security;
