-- Groups of committee accounts that prepare questions for the whole Committee.
create table sub_committee (
    id uuid primary key,
    version int not null,
    name text not null unique check (name <> ''),
    created_at timestamptz not null
);

-- One is a member by a right for the Committee, and no longer than one has it.
create table sub_committee_member (
    sub_committee uuid not null references sub_committee on delete cascade,
    account_role uuid not null references account_role on delete cascade,
    primary key (sub_committee, account_role)
);

create index sub_committee_member_of_account_role on sub_committee_member (account_role);
