-- As "scheme$iterations$salt$hash"; absent until an invitation is accepted, and for accounts of programs alone.
alter table account add column password text check (password ~ '^pbkdf2-sha512\$[0-9]+\$[^$]+\$[^$]+$');

-- Who is signed in with a browser. Of the value in the cookie only a fingerprint is kept.
create table session (
    id uuid primary key,
    account uuid not null references account on delete cascade,
    sha256 bytea not null unique check (length(sha256) = 32),
    second_factor boolean not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    check (created_at <= last_used_at)
);

create index session_of_account on session (account, created_at);

-- Attempts in a row that did not get in: for an address of an account, whether or not there is such an account, and for
-- an address of a client. Only fingerprints: who tried whom is nobody's business.
create table sign_in_attempt (
    subject text primary key,
    failures int not null check (failures >= 0),
    wait_until timestamptz not null,
    last_at timestamptz not null
);

create index sign_in_attempt_by_age on sign_in_attempt (last_at);

-- The secret of the second factor, sealed with a key that is not in the database.
create table second_factor (
    account uuid primary key references account on delete cascade,
    sealed bytea not null,
    confirmed boolean not null,
    -- time steps are counted from 1970; one that was used never counts again
    last_step bigint not null,
    started_at timestamptz not null
);

create table recovery_code (
    account uuid not null references second_factor (account) on delete cascade,
    sha256 bytea not null check (length(sha256) = 32),
    primary key (account, sha256)
);

-- What is good once: to accept an invitation, to choose a new password, to become the first administrator. A newer link
-- takes the place of an older one.
create table account_link (
    id uuid primary key,
    account uuid references account on delete cascade,
    kind text not null check (kind in ('INVITATION', 'PASSWORD_RESET', 'FIRST_ADMINISTRATOR')),
    sha256 bytea not null unique check (length(sha256) = 32),
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > created_at),
    check ((kind = 'FIRST_ADMINISTRATOR') = (account is null)),
    unique nulls not distinct (account, kind)
);
