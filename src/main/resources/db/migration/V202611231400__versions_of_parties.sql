-- How many versions a proposal had had when a side was asked: its tags count from there, and tell nothing of what was before.
alter table proposal
    add column versions_before_recipient int not null default 0,
    add column versions_before_provider int not null default 0;
