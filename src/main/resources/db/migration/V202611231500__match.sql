-- What both sides have agreed: seen where its need and its offer are, by more than may see how it came about. The rows follow
-- from the proposals, whoever moves those.
create table match (
    proposal_id uuid primary key references proposal on delete cascade,
    need_id uuid not null references need,
    offer_id uuid not null references offer,
    parts int not null check (parts > 0),
    usd bigint not null check (usd >= 0)
);
create index match_of_need on match (need_id);
create index match_of_offer on match (offer_id);

create function keep_match() returns trigger language plpgsql as $$
begin
    if new.status in ('CONFIRMED', 'IN_DELIVERY', 'DELIVERED', 'CLOSED') then
        insert into match (proposal_id, need_id, offer_id, parts, usd)
            values (new.id, new.need_id, new.offer_id, new.parts, new.usd)
            on conflict (proposal_id) do update set parts = excluded.parts, usd = excluded.usd;
    else
        delete from match where proposal_id = new.id;
    end if;
    return null;
end $$;
create trigger proposal_is_match after insert or update of status, parts, usd on proposal
    for each row execute function keep_match();

alter table proposal no force row level security;
insert into match (proposal_id, need_id, offer_id, parts, usd)
    select id, need_id, offer_id, parts, usd from proposal
    where status in ('CONFIRMED', 'IN_DELIVERY', 'DELIVERED', 'CLOSED');
alter table proposal force row level security;

alter table match enable row level security, force row level security;
create policy match_seen on match for select using (
    exists (select 1 from proposal p where p.id = proposal_id)
    or exists (select 1 from need n where n.id = need_id) and exists (select 1 from offer o where o.id = offer_id));
create policy match_kept on match using (exists (select 1 from proposal p where p.id = proposal_id));
create policy match_worked_on on match to "${worker}" using (true);
