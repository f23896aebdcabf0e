-- Member States that are not told with the Committee: they do not decide with it.
alter table outbox add column recused text[] not null default '{}';

alter table proposal add column reports_asked_for date;
