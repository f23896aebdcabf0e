create table request (
    id uuid primary key,
    version int not null,
    state text not null references reference_state,
    reference text not null check (reference <> ''),
    received_on date not null,
    note_verbale_reference text,
    note_verbale_date date,
    contact_office text,
    contact_email text,
    contact_phone text,
    contact_website text,
    owner text not null,
    audience text not null check (audience in ('COMMITTEE', 'PARTICIPANTS', 'PUBLIC')),
    sample boolean not null,
    created_at timestamptz not null,
    unique (state, reference),
    unique (id, state),
    check (owner = 'state:' || state)
);

create index request_listed on request (created_at, id);

create table need (
    id uuid primary key,
    version int not null,
    request_id uuid not null,
    state text not null references reference_state,
    reference text not null check (reference <> ''),
    theme text not null references reference_theme,
    stage text not null references reference_stage,
    kind text not null references reference_kind,
    title text not null check (title <> ''),
    objective text,
    current_situation text,
    expected_outcome text,
    beneficiary_institution text,
    help_received_or_sought text,
    cost_amount numeric(18, 2) not null check (cost_amount > 0),
    cost_currency text not null check (cost_currency ~ '^[A-Z]{3}$'),
    cost_usd bigint not null check (cost_usd > 0),
    rate_date date,
    tranches int not null check (tranches in (1, 2, 4)),
    partial_ok boolean not null,
    priority text not null check (priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    verified_priority text check (verified_priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    national_rank int check (national_rank > 0),
    languages text[] not null check (cardinality(languages) > 0),
    starts_on date not null,
    ends_on date not null,
    matching text not null check (matching in ('ANY', 'RELEASED')),
    released_to text[] not null,
    blocked_providers text[] not null,
    human_rights boolean not null,
    gender boolean not null,
    source text,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACKNOWLEDGED', 'OPEN', 'MATCHED',
        'IN_DELIVERY', 'DELIVERED', 'CLOSED', 'WITHDRAWN')),
    owner text not null,
    audience text not null check (audience in ('COMMITTEE', 'PARTICIPANTS', 'PUBLIC')),
    sample boolean not null,
    received_at timestamptz not null,
    unique (state, reference),
    foreign key (request_id, state) references request (id, state),
    check (owner = 'state:' || state),
    check (starts_on <= ends_on),
    check ((cost_currency = 'USD') = (rate_date is null))
);

create index need_listed on need (received_at, id);
create index need_by_cost on need (cost_usd, id);
create index need_by_title on need (title, id);
create index need_by_reference on need (reference, id);
create index need_of_request on need (request_id);
create index need_in_matrix on need (status, state, theme);
