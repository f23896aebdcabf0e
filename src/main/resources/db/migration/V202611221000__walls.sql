-- The second wall. The service narrows each query to what its reader may see; here the database does so once more, on its
-- own, from the names ("keys") that the service gives for the reader when a transaction begins. Without keys there is nothing
-- to see. The service works under a role that does not own the tables and cannot pass the policies.
--
-- Keys: the audiences (public, participants, committee) and the owners for whom the reader speaks (state:KEN,
-- provider:UNDP, executive-directorate).

grant usage on schema public to "${service}", "${worker}";
grant select, insert, update, delete on all tables in schema public to "${service}", "${worker}";
grant usage on all sequences in schema public to "${service}", "${worker}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${service}", "${worker}";
alter default privileges in schema public grant usage on sequences to "${service}", "${worker}";
revoke update, delete on change from "${service}", "${worker}";
revoke insert, update, delete on reference_region, reference_state, reference_theme, reference_kind, reference_stage
    from "${service}", "${worker}";
revoke all on flyway_schema_history from "${service}", "${worker}";

-- One question each, asked once a statement and not once a row: policies call them as (select …).
create function reader_keys() returns text[] language sql stable
    return coalesce(string_to_array(nullif(current_setting('switchboard.keys', true), ''), ' '), '{}');

create function reader_is_expert() returns boolean language sql stable
    return 'executive-directorate' = any(reader_keys());

create function reader_is_confidant() returns boolean language sql stable
    return 'committee' = any(reader_keys());

-- The Committee's expert body answers for what it records on behalf of others; all else is its owner's alone to change.
alter table request enable row level security, force row level security;
create policy request_seen on request for select using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert())
    or lower(audience) = any((select reader_keys())::text[]));
create policy request_added on request for insert with check (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));
create policy request_changed on request for update using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));

-- A draft is not submitted yet: only its State, and the experts who help to write it, see it. A release opens a need, and
-- nothing else, to the providers that its State names.
alter table need enable row level security, force row level security;
create policy need_seen on need for select using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert())
    or status <> 'DRAFT' and (
        lower(audience) = any((select reader_keys())::text[])
        or exists (select 1 from unnest(released_to) as provider (code)
            where 'provider:' || provider.code = any((select reader_keys())::text[]))));
create policy need_added on need for insert with check (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));
create policy need_changed on need for update using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));

alter table provider enable row level security, force row level security;
create policy provider_seen on provider for select using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert())
    or lower(audience) = any((select reader_keys())::text[]));
create policy provider_added on provider for insert with check ((select reader_is_expert()));
create policy provider_changed on provider for update using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));

alter table offer enable row level security, force row level security;
create policy offer_seen on offer for select using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert())
    or status <> 'DRAFT' and lower(audience) = any((select reader_keys())::text[]));
create policy offer_added on offer for insert with check (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));
create policy offer_changed on offer for update using (
    owner = any((select reader_keys())::text[]) or (select reader_is_expert()));

-- Runs and plans are the experts' alone until something of them is put forward.
alter table run drop column audience;
alter table run enable row level security, force row level security;
create policy run_of_experts on run using ((select reader_is_expert()));
alter table run_snapshot enable row level security, force row level security;
create policy run_snapshot_of_experts on run_snapshot using ((select reader_is_expert()));
alter table run_certificate enable row level security, force row level security;
create policy run_certificate_of_experts on run_certificate using ((select reader_is_expert()));
alter table run_adjustment enable row level security, force row level security;
create policy run_adjustment_of_experts on run_adjustment using ((select reader_is_expert()));
alter table run_extra_offer enable row level security, force row level security;
create policy run_extra_offer_of_experts on run_extra_offer using ((select reader_is_expert()));
alter table plan_row enable row level security, force row level security;
create policy plan_row_of_experts on plan_row using ((select reader_is_expert()));

-- Entries hold the item as it stood, blocks and exclusions included: they are for its owner and those confided in.
create function may_follow(item text, item_id uuid) returns boolean language sql stable
    return case item
        when 'request' then exists (select 1 from request i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'need' then exists (select 1 from need i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'provider' then exists (select 1 from provider i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        when 'offer' then exists (select 1 from offer i where i.id = item_id
            and (i.owner = any((select reader_keys())::text[]) or (select reader_is_confidant())))
        else (select reader_is_expert()) end;
alter table change enable row level security, force row level security;
create policy change_followed on change for select using (may_follow(item, item_id));
create policy change_recorded on change for insert with check (true);

-- The service at work for nobody in particular: runs, the sample. A role of its own, so that its acts can be told apart.
create policy request_worked_on on request to "${worker}" using (true);
create policy need_worked_on on need to "${worker}" using (true);
create policy provider_worked_on on provider to "${worker}" using (true);
create policy offer_worked_on on offer to "${worker}" using (true);
create policy run_worked_on on run to "${worker}" using (true);
create policy run_snapshot_worked_on on run_snapshot to "${worker}" using (true);
create policy run_certificate_worked_on on run_certificate to "${worker}" using (true);
create policy run_adjustment_worked_on on run_adjustment to "${worker}" using (true);
create policy run_extra_offer_worked_on on run_extra_offer to "${worker}" using (true);
create policy plan_row_worked_on on plan_row to "${worker}" using (true);
create policy change_worked_on on change to "${worker}" using (true);
