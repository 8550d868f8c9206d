-- What has been paid for good. Each closing is chained to the one before by its hash; nothing in these tables is ever
-- changed or deleted, which triggers see to.
create table closing (
  closing integer primary key,        -- 1, 2, ...
  kind varchar(12) not null,          -- PAYROLL or HOLIDAY_PAY
  pay_period varchar(7) not null,     -- 2024-05
  from_date date not null,
  to_date date not null,
  run_date date not null,
  run_id varchar(16) not null,
  version varchar(40) not null,       -- the program's
  policy text not null,
  rates varchar(64) not null,         -- SHA-256 of the pay scales and holidays known
  compared_from date not null,        -- first closed day that was compared with the ledger
  lines bigint not null,
  amount bigint not null,             -- pence
  balances bigint not null,           -- rows
  held bigint not null,               -- matters that held lines back
  held_amount bigint not null,        -- pence
  inputs text not null,  -- one line a file: name, SHA-256, rows
  files text not null,   -- one line a file: name, SHA-256, rows
  known varchar(64) not null,         -- SHA-256 of what was known of the officers: the rows of ledger_officer
  hash varchar(64) not null,          -- SHA-256 of all of this and the hash before
  constraint closing_once unique (kind, pay_period)
);

create table ledger_line (
  closing integer not null references closing,
  line bigint not null,               -- in the payroll file, the first line being 1
  officer_id varchar(20) not null,
  work_date date not null,
  element varchar(30) not null,
  units bigint not null,              -- hundredths
  unit varchar(8) not null,
  rate bigint,                        -- ten-thousandths of a pound; null for a difference
  multiplier varchar(12) not null,    -- empty for a difference
  amount bigint not null,             -- pence
  line_type varchar(8) not null,
  rule varchar(20) not null,
  source text not null,
  note text not null,
  primary key (closing, line)
);

create index ledger_line_by_officer on ledger_line (officer_id, work_date);

-- What a closing paid for the work dates of each month, so that nobody has to add up its lines.
create table ledger_month (
  closing integer not null references closing,
  pay_month varchar(7) not null,      -- 2024-05
  kind varchar(12) not null,          -- HOLIDAY_PAY, or PAYROLL for all the other pay
  amount bigint not null,             -- pence
  primary key (closing, pay_month, kind)
);

create table ledger_balance (
  closing integer not null references closing,
  line bigint not null,
  officer_id varchar(20) not null,
  work_date date not null,
  account varchar(30) not null,
  minutes bigint,
  days bigint,                        -- hundredths
  expires_on date,
  rule varchar(20) not null,
  source text not null,
  note text not null,
  primary key (closing, line)
);

create index ledger_balance_by_officer on ledger_balance (officer_id, work_date);

-- What was known of each officer at a closing: how far back the feed went, a fingerprint of all facts, and hashes of the
-- facts of each day of the period and of earlier days whose facts had changed.
create table ledger_officer (
  closing integer not null references closing,
  officer_id varchar(20) collate "C" not null,  -- in the order of bytes
  fingerprint bigint not null,
  roster_from bigint not null,        -- epoch days
  roster_to bigint not null,
  acting_from bigint not null,
  claims_from bigint not null,
  paid_from bigint not null,          -- first day of paid-history.csv
  terms integer not null,             -- hash of officers rows and opening balances
  not_covered integer not null,       -- days and elements of the ledger that could not be reckoned afresh
  facts bytea not null,
  primary key (officer_id, closing)
);

-- H2 makes one by itself, for the reference.
create index ledger_officer_by_closing on ledger_officer (closing);

-- Everybody whom a closing knew, with the first one that did: nights ask for them, and ledger_officer grows with each
-- closing.
create table ledger_person (
  officer_id varchar(20) primary key,
  closing integer not null references closing
);

-- The other files of a closing, deflated, so that they can be written again.
create table closing_file (
  closing integer not null references closing,
  file varchar(60) not null,
  bytes bytea not null,
  primary key (closing, file)
);

-- Arrears that were proposed to people.
create table proposal (
  proposal varchar(16) primary key,
  number integer not null unique,     -- 1, 2, ... in the order in which they were made
  closings integer not null,          -- how many closings it knew
  run_date date not null,
  from_date date not null,
  to_date date not null,
  policy text not null,
  lines bigint not null,
  amount bigint not null              -- pence
);

create table proposal_line (
  proposal varchar(16) not null references proposal,
  line bigint not null,
  officer_id varchar(20) not null,
  work_date date not null,
  element varchar(30) not null,
  entitled bigint not null,           -- pence
  paid bigint not null,
  difference bigint not null,
  units bigint not null,              -- hundredths, the signed difference
  unit varchar(8) not null,
  rule varchar(20) not null,
  source text not null,
  reason text not null,
  primary key (proposal, line)
);

create index proposal_line_by_officer on proposal_line (officer_id, work_date);

-- What people decided about proposed lines.
create table proposal_decision (
  proposal varchar(16) not null,
  line bigint not null,
  outcome varchar(12) not null,       -- ACCEPTED, PAID_OUTSIDE or REFUSED
  decided_by text not null,
  decided_on date not null,
  reason text not null,
  primary key (proposal, line),
  foreign key (proposal, line) references proposal_line
);

-- Which closing paid an accepted line.
create table proposal_paid (
  proposal varchar(16) not null,
  line bigint not null,
  closing integer not null references closing,
  as_new boolean not null,            -- whether it paid the day as new, and so no line of its own
  primary key (proposal, line),
  foreign key (proposal, line) references proposal_decision
);

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: what it holds is never changed', tg_table_name;
end
$$;

create trigger closing_is_append_only before update or delete or truncate on closing
  for each statement execute function append_only();
create trigger ledger_line_is_append_only before update or delete or truncate on ledger_line
  for each statement execute function append_only();
create trigger ledger_balance_is_append_only before update or delete or truncate on ledger_balance
  for each statement execute function append_only();
create trigger ledger_month_is_append_only before update or delete or truncate on ledger_month
  for each statement execute function append_only();
create trigger ledger_officer_is_append_only before update or delete or truncate on ledger_officer
  for each statement execute function append_only();
create trigger ledger_person_is_append_only before update or delete or truncate on ledger_person
  for each statement execute function append_only();
create trigger closing_file_is_append_only before update or delete or truncate on closing_file
  for each statement execute function append_only();
create trigger proposal_is_append_only before update or delete or truncate on proposal
  for each statement execute function append_only();
create trigger proposal_line_is_append_only before update or delete or truncate on proposal_line
  for each statement execute function append_only();
create trigger proposal_decision_is_append_only before update or delete or truncate on proposal_decision
  for each statement execute function append_only();
create trigger proposal_paid_is_append_only before update or delete or truncate on proposal_paid
  for each statement execute function append_only();
