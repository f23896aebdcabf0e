alter table proposal add column delivered_at timestamptz,
    add column closed_at timestamptz,
    add column finished_by text[] not null default '{}' check (finished_by <@ '{RECIPIENT,PROVIDER}'),
    add column asked_after_a_year boolean not null default false,
    add column overdue_told_for date,
    add check ((delivered_at is not null) = (status in ('DELIVERED', 'CLOSED'))),
    add check ((closed_at is not null) = (status = 'CLOSED'));

create table milestone (
    proposal_id uuid not null references proposal on delete cascade,
    place int not null check (place >= 0),
    title text not null check (title <> ''),
    due_on date not null,
    reached_on date,
    primary key (proposal_id, place)
);

-- A pledge is not counted as given: what is committed and what is paid stand apart. Corrections are entries of their own.
create table payment (
    id uuid primary key,
    proposal_id uuid not null references proposal on delete cascade,
    kind text not null check (kind in ('COMMITTED', 'PAID')),
    usd bigint not null check (usd <> 0),
    on_day date not null,
    note text not null,
    who text not null,
    at timestamptz not null
);
create index payment_of on payment (proposal_id);

create table delivery_report (
    id uuid primary key,
    proposal_id uuid not null references proposal on delete cascade,
    party text not null check (party in ('RECIPIENT', 'PROVIDER')),
    words text not null check (words <> ''),
    finished boolean not null,
    who text not null,
    at timestamptz not null
);
create index delivery_report_of on delivery_report (proposal_id);

-- What a side thinks of the help, and a year later what is left of it; for itself, the experts and the Committee.
create table feedback (
    proposal_id uuid not null references proposal on delete cascade,
    party text not null check (party in ('RECIPIENT', 'PROVIDER')),
    owner text not null,
    rating int not null check (rating between 1 and 5),
    words text not null,
    who text not null,
    at timestamptz not null,
    primary key (proposal_id, party)
);

create table year_answer (
    proposal_id uuid primary key references proposal on delete cascade,
    owner text not null,
    in_use boolean not null,
    words text not null check (words <> ''),
    who text not null,
    at timestamptz not null
);

-- Both sides of a match see how its delivery goes. The rule for the proposal decides.
alter table milestone enable row level security, force row level security;
create policy milestone_of_proposal on milestone using (exists (select 1 from proposal p where p.id = proposal_id));
alter table payment enable row level security, force row level security;
create policy payment_of_proposal on payment using (exists (select 1 from proposal p where p.id = proposal_id));
alter table delivery_report enable row level security, force row level security;
create policy delivery_report_of_proposal on delivery_report
    using (exists (select 1 from proposal p where p.id = proposal_id));

alter table feedback enable row level security, force row level security;
create policy feedback_seen on feedback for select using (
    (select reader_is_confidant()) or owner = any((select reader_keys())::text[]));
create policy feedback_given on feedback for insert with check (owner = any((select reader_keys())::text[]));
alter table year_answer enable row level security, force row level security;
create policy year_answer_seen on year_answer for select using (
    (select reader_is_confidant()) or owner = any((select reader_keys())::text[]));
create policy year_answer_given on year_answer for insert with check (owner = any((select reader_keys())::text[]));

create policy milestone_worked_on on milestone to "${worker}" using (true);
create policy payment_worked_on on payment to "${worker}" using (true);
create policy delivery_report_worked_on on delivery_report to "${worker}" using (true);
create policy feedback_worked_on on feedback to "${worker}" using (true);
create policy year_answer_worked_on on year_answer to "${worker}" using (true);

revoke update, delete on payment, delivery_report, feedback, year_answer from "${service}", "${worker}";
