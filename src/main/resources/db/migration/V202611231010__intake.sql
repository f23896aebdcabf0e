-- How the cost of a need was reckoned, as its State says, and the stage that the experts find it to be of.
alter table need add column cost_basis text;
alter table need add column verified_stage text references reference_stage;
