create table provider (
    id uuid primary key,
    version int not null,
    code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9._()-]{0,39}$'),
    name text not null check (name <> ''),
    type text not null check (type in ('STATE', 'ORGANIZATION', 'REGIONAL_ORGANIZATION', 'SUBREGIONAL_ORGANIZATION')),
    prospective boolean not null,
    interests text,
    contact_office text,
    contact_email text,
    contact_phone text,
    contact_website text,
    owner text not null,
    audience text not null check (audience in ('COMMITTEE', 'PARTICIPANTS', 'PUBLIC')),
    sample boolean not null,
    created_at timestamptz not null,
    check (owner = 'provider:' || code)
);

create index provider_listed on provider (code, id);
create index provider_by_name on provider (name, id);

create table offer (
    id uuid primary key,
    version int not null,
    provider text not null references provider (code),
    reference text not null check (reference <> ''),
    title text not null check (title <> ''),
    criteria text,
    contact_office text,
    contact_email text,
    contact_phone text,
    contact_website text,
    programme text not null check (programme in ('NEW', 'EXISTING')),
    standing text not null check (standing in ('FUNDED', 'POTENTIAL')),
    funding text not null check (funding in ('DIRECT', 'FUND')),
    themes text[] not null,
    kinds text[] not null,
    stages text[] not null,
    regions text[] not null,
    states text[] not null,
    excluded_states text[] not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    rate_date date,
    budget_amount numeric(18, 2) not null check (budget_amount > 0),
    floor_amount numeric(18, 2) not null check (floor_amount >= 0),
    ceiling_amount numeric(18, 2) not null check (ceiling_amount > 0),
    per_state_cap_amount numeric(18, 2) not null check (per_state_cap_amount > 0),
    budget_usd bigint not null check (budget_usd > 0),
    floor_usd bigint not null check (floor_usd >= 0),
    ceiling_usd bigint not null check (ceiling_usd > 0),
    per_state_cap_usd bigint not null check (per_state_cap_usd > 0),
    max_needs int not null check (max_needs > 0),
    languages text[] not null check (cardinality(languages) > 0),
    starts_on date not null,
    ends_on date not null,
    due_diligence_required boolean not null,
    status text not null check (status in ('DRAFT', 'REGISTERED', 'ACTIVE', 'SUSPENDED', 'EXHAUSTED', 'EXPIRED', 'CLOSED')),
    owner text not null,
    audience text not null check (audience in ('COMMITTEE', 'PARTICIPANTS', 'PUBLIC')),
    sample boolean not null,
    received_at timestamptz not null,
    unique (provider, reference),
    check (owner = 'provider:' || provider),
    check (starts_on <= ends_on),
    check (floor_usd <= ceiling_usd),
    check ((currency = 'USD') = (rate_date is null))
);

create index offer_listed on offer (received_at, id);
create index offer_by_budget on offer (budget_usd, id);
create index offer_by_title on offer (title, id);
create index offer_by_reference on offer (reference, id);
create index offer_of_provider on offer (provider);

-- An array cannot carry a foreign key, so this stands in for one.
create function offer_names_known_codes() returns trigger language plpgsql as $$
begin
    if exists (select unnest(new.themes) except select code from reference_theme)
        or exists (select unnest(new.kinds) except select code from reference_kind)
        or exists (select unnest(new.stages) except select code from reference_stage)
        or exists (select unnest(new.regions) except select code from reference_region)
        or exists (select unnest(new.states || new.excluded_states) except select iso3 from reference_state) then
        raise foreign_key_violation using message = 'An offer names a code that the reference data does not have.';
    end if;
    return new;
end $$;

create trigger offer_codes before insert or update on offer
    for each row execute function offer_names_known_codes();
