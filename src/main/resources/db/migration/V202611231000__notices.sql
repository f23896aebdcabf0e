-- What people are to be told of, kept in the transaction of the change that it tells of.
create table outbox (
    id uuid primary key,
    change bigint not null references change,
    kind text not null check (kind <> ''),
    item text not null,
    item_id uuid not null,
    addressees text[] not null,
    -- fills the gaps in its sentence: an object of texts, JSON
    words text not null,
    at timestamptz not null,
    told_at timestamptz
);

create index outbox_untold on outbox (at, id) where told_at is null;

-- One person, told of one thing once.
create table notice (
    id uuid primary key,
    account uuid not null references account on delete cascade,
    owner text not null generated always as ('account:' || account) stored,
    -- as what this person is told: the owners spoken for and the bodies belonged to. Who is so no more sees it no more.
    addressees text[] not null check (cardinality(addressees) > 0),
    change bigint not null references change,
    kind text not null check (kind <> ''),
    item text not null,
    item_id uuid not null,
    words text not null,
    at timestamptz not null,
    read_at timestamptz,
    -- SENDING is said before it is sent and never taken back without knowing: nothing goes twice.
    mail text not null check (mail in ('NONE', 'WAITING', 'SENDING', 'SENT', 'FAILED')),
    daily boolean not null,
    mail_due_at timestamptz,
    mail_first_tried_at timestamptz,
    mail_tried_at timestamptz,
    mail_tries int not null check (mail_tries >= 0),
    unique (change, kind, account),
    check ((mail = 'WAITING') = (mail_due_at is not null)),
    check ((mail_tries = 0) = (mail_tried_at is null)),
    check ((mail_tries = 0) = (mail_first_tried_at is null)),
    check (mail not in ('SENDING', 'SENT') or mail_tries > 0)
);

create index notice_listed on notice (account, at, id);
create index notice_mail_due on notice (mail_due_at, id) where mail = 'WAITING';
create index notice_mail_under_way on notice (mail_tried_at) where mail = 'SENDING';

-- What people chose; who chose nothing has no row.
create table notice_preferences (
    account uuid primary key references account on delete cascade,
    version int not null,
    owner text not null generated always as ('account:' || account) stored,
    answers text not null check (answers in ('AT_ONCE', 'DAILY')),
    needs text not null check (needs in ('AT_ONCE', 'DAILY', 'NONE')),
    proposals text not null check (proposals in ('AT_ONCE', 'DAILY', 'NONE')),
    deliveries text not null check (deliveries in ('AT_ONCE', 'DAILY', 'NONE'))
);

-- Links in mails by which mail of a kind is stopped. Only a fingerprint is kept: who reads this table can stop nothing.
create table notice_stop (
    sha256 bytea primary key check (length(sha256) = 32),
    account uuid not null references account on delete cascade,
    mail_groups text[] not null check (cardinality(mail_groups) > 0),
    created_at timestamptz not null
);

create index notice_stop_of_account on notice_stop (account);

-- Everyone adds to the outbox with what they change, and nobody but the service at work reads it.
alter table outbox enable row level security, force row level security;
create policy outbox_added on outbox for insert with check (true);
create policy outbox_worked_on on outbox to "${worker}" using (true);

-- A notice is its person's alone, as far as that person is still what it was told as.
alter table notice enable row level security, force row level security;
create policy notice_seen on notice for select using (
    owner = any((select reader_keys())::text[]) and addressees && (select reader_keys())::text[]);
create policy notice_read on notice for update using (
    owner = any((select reader_keys())::text[]) and addressees && (select reader_keys())::text[]);
create policy notice_worked_on on notice to "${worker}" using (true);

alter table notice_preferences enable row level security, force row level security;
create policy notice_preferences_own on notice_preferences using (owner = any((select reader_keys())::text[]));
create policy notice_preferences_worked_on on notice_preferences to "${worker}" using (true);

alter table notice_stop enable row level security, force row level security;
create policy notice_stop_worked_on on notice_stop to "${worker}" using (true);
