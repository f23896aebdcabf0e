-- Work to be done by whichever process comes first, as db-scheduler keeps it. A job is written in the transaction of the
-- change that asks for it, so that none is without the other. It says which item it is for, and nothing of what is in it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    -- when the process that does it was last heard of
    last_heartbeat timestamptz,
    -- counts who has taken it: a process from which it was taken away no longer changes it
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time) where not picked;
create index scheduled_tasks_under_way on scheduled_tasks (last_heartbeat) where picked;
