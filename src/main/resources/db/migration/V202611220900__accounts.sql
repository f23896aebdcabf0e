-- People who may sign in. An e-mail address is written in lower case, so that two spellings are one account.
create table account (
    id uuid primary key,
    version int not null,
    email text not null unique check (email = lower(email) and email like '_%@_%'),
    name text not null check (name <> ''),
    language text not null check (language in ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
    status text not null check (status in ('INVITED', 'ACTIVE', 'DEACTIVATED')),
    sample boolean not null,
    created_at timestamptz not null
);

-- What each may be. A right for a provider that is no more (only sample providers go) is no right.
create table account_role (
    id uuid primary key,
    account uuid not null references account on delete cascade,
    role text not null check (role in ('FOCAL_POINT', 'PROVIDER', 'EXPERT', 'COMMITTEE', 'ADMINISTRATOR')),
    state text references reference_state (iso3),
    provider text references provider (code) on delete cascade,
    check ((role in ('FOCAL_POINT', 'COMMITTEE')) = (state is not null)),
    check ((role = 'PROVIDER') = (provider is not null)),
    unique nulls not distinct (account, role, state, provider),
    unique (id, account)
);

create index account_role_of_provider on account_role (provider);

-- What programs sign in with. Only a fingerprint of the value is kept: who reads this table can use none.
create table api_token (
    id uuid primary key,
    account uuid not null references account on delete cascade,
    name text not null check (name <> ''),
    sha256 bytea not null unique check (length(sha256) = 32),
    changes boolean not null,
    created_at timestamptz not null,
    -- good through this day, in UTC
    expires_on date not null,
    revoked_at timestamptz,
    last_used_on date,
    unique (id, account)
);

create index api_token_of_account on api_token (account, created_at);

-- The roles that a token carries. A role that its account loses is lost to the token with it.
create table api_token_role (
    token uuid not null,
    account_role uuid not null,
    account uuid not null,
    primary key (token, account_role),
    foreign key (token, account) references api_token (id, account) on delete cascade,
    foreign key (account_role, account) references account_role (id, account) on delete cascade
);

create index api_token_role_of_account_role on api_token_role (account_role);
