-- Parts are whole dollars, so that the last parts of a very small need can be left with nothing to pay; so can matches that
-- people have agreed beyond what a need asks. Neither may keep a plan from being stored.
alter table plan_row drop constraint plan_row_usd_check;
alter table plan_row add check (usd >= 0);
