-- The codes of the reference data, for other tables to refer to and for joins by region.
-- Their names stay in the files; R__Reference_rows fills these tables and adds to them when the files change.

create table reference_region (
    code   text primary key check (code ~ '^[0-9]{3}$'),
    level  text not null check (level in ('region', 'subregion', 'intermediate')),
    parent text references reference_region (code),
    check ((level = 'region') = (parent is null))
);

create table reference_state (
    iso3         text primary key check (iso3 ~ '^[A-Z]{3}$'),
    m49          text not null unique check (m49 ~ '^[0-9]{3}$'),
    status       text not null check (status in ('member', 'observer', 'non-member')),
    region       text not null references reference_region (code),
    subregion    text not null references reference_region (code),
    intermediate text references reference_region (code),
    un_group     text,
    ldc          boolean not null,
    lldc         boolean not null,
    sids         boolean not null
);

-- an area is its own area, so that grouping by area needs no second look
create table reference_theme (
    code text primary key,
    area text not null references reference_theme (code)
);

create table reference_kind (
    code text primary key
);

-- deferrable, so that two stages can change places
create table reference_stage (
    code     text primary key,
    position integer not null check (position > 0),
    unique (position) deferrable initially deferred
);
