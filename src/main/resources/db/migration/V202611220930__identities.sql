-- People for whom a provider of identities vouches, and which account each is. Known by the provider's own name for them,
-- which never changes; an address does, and can be given to somebody else.
create table account_identity (
    issuer text not null check (issuer <> ''),
    subject text not null check (subject <> ''),
    account uuid not null unique references account on delete cascade,
    bound_at timestamptz not null,
    primary key (issuer, subject)
);

create function refuse_to_rebind() returns trigger language plpgsql as $$
begin
    raise exception 'An identity is bound once.';
end $$;

create trigger account_identity_is_final before update on account_identity
    for each statement execute function refuse_to_rebind();
