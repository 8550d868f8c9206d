-- What has been paid for good. Each closing is chained to the one before by its hash; nothing in these tables is ever
-- changed or deleted, which triggers see to.
create table if not exists closing (
  closing integer primary key,        -- 1, 2, ...
  kind varchar(12) not null,          -- PAYROLL or HOLIDAY_PAY
  pay_period varchar(7) not null,     -- 2024-05
  from_date date not null,
  to_date date not null,
  run_date date not null,
  run_id varchar(16) not null,
  version varchar(40) not null,       -- the program's
  policy character varying not null,
  rates varchar(64) not null,         -- SHA-256 of the pay scales and holidays known
  compared_from date not null,        -- first closed day that was compared with the ledger
  lines bigint not null,
  amount bigint not null,             -- pence
  balances bigint not null,           -- rows
  held bigint not null,               -- matters that held lines back
  held_amount bigint not null,        -- pence
  inputs character varying not null,  -- one line a file: name, SHA-256, rows
  files character varying not null,   -- one line a file: name, SHA-256, rows
  known varchar(64) not null,         -- SHA-256 of what was known of the officers: the rows of ledger_officer
  hash varchar(64) not null,          -- SHA-256 of all of this and the hash before
  constraint closing_once unique (kind, pay_period)
);

create table if not exists ledger_line (
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
  source character varying not null,
  note character varying not null,
  primary key (closing, line)
);

-- Not by date too: H2 then asks the index for the dates of every officer.
create index if not exists ledger_line_by_officer on ledger_line (officer_id);

-- What a closing paid for the work dates of each month, so that nobody has to add up its lines.
create table if not exists ledger_month (
  closing integer not null references closing,
  pay_month varchar(7) not null,      -- 2024-05
  kind varchar(12) not null,          -- HOLIDAY_PAY, or PAYROLL for all the other pay
  amount bigint not null,             -- pence
  primary key (closing, pay_month, kind)
);

create table if not exists ledger_balance (
  closing integer not null references closing,
  line bigint not null,
  officer_id varchar(20) not null,
  work_date date not null,
  account varchar(30) not null,
  minutes bigint,
  days bigint,                        -- hundredths
  expires_on date,
  rule varchar(20) not null,
  source character varying not null,
  note character varying not null,
  primary key (closing, line)
);

create index if not exists ledger_balance_by_officer on ledger_balance (officer_id);

-- What was known of each officer at a closing: how far back the feed went, a fingerprint of all facts, and hashes of the
-- facts of each day of the period and of earlier days whose facts had changed.
create table if not exists ledger_officer (
  closing integer not null references closing,
  officer_id varchar(20) not null,
  fingerprint bigint not null,
  roster_from bigint not null,        -- epoch days
  roster_to bigint not null,
  acting_from bigint not null,
  claims_from bigint not null,
  paid_from bigint not null,          -- first day of paid-history.csv
  terms integer not null,             -- hash of officers rows and opening balances
  not_covered integer not null,       -- days and elements of the ledger that could not be reckoned afresh
  facts varbinary not null,
  primary key (officer_id, closing)
);

-- Everybody whom a closing knew, with the first one that did: nights ask for them, and ledger_officer grows with each
-- closing.
create table if not exists ledger_person (
  officer_id varchar(20) primary key,
  closing integer not null references closing
);

-- The other files of a closing, deflated, so that they can be written again.
create table if not exists closing_file (
  closing integer not null references closing,
  file varchar(60) not null,
  bytes blob not null,
  primary key (closing, file)
);

-- Arrears that were proposed to people.
create table if not exists proposal (
  proposal varchar(16) primary key,
  number integer not null unique,     -- 1, 2, ... in the order in which they were made
  closings integer not null,          -- how many closings it knew
  run_date date not null,
  from_date date not null,
  to_date date not null,
  policy character varying not null,
  lines bigint not null,
  amount bigint not null              -- pence
);

create table if not exists proposal_line (
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
  source character varying not null,
  reason character varying not null,
  primary key (proposal, line)
);

create index if not exists proposal_line_by_officer on proposal_line (officer_id);

-- What people decided about proposed lines.
create table if not exists proposal_decision (
  proposal varchar(16) not null,
  line bigint not null,
  outcome varchar(12) not null,       -- ACCEPTED, PAID_OUTSIDE or REFUSED
  decided_by character varying not null,
  decided_on date not null,
  reason character varying not null,
  primary key (proposal, line),
  foreign key (proposal, line) references proposal_line
);

-- Which closing paid an accepted line.
create table if not exists proposal_paid (
  proposal varchar(16) not null,
  line bigint not null,
  closing integer not null references closing,
  as_new boolean not null,            -- whether it paid the day as new, and so no line of its own
  primary key (proposal, line),
  foreign key (proposal, line) references proposal_decision
);

create trigger if not exists closing_is_append_only before update, delete on closing for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists ledger_line_is_append_only before update, delete on ledger_line for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists ledger_balance_is_append_only before update, delete on ledger_balance for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists ledger_month_is_append_only before update, delete on ledger_month for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists ledger_officer_is_append_only before update, delete on ledger_officer for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists ledger_person_is_append_only before update, delete on ledger_person for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists closing_file_is_append_only before update, delete on closing_file for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists proposal_is_append_only before update, delete on proposal for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists proposal_line_is_append_only before update, delete on proposal_line for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists proposal_decision_is_append_only before update, delete on proposal_decision for each row
  call 'org.dutypay.ledger.AppendOnly';
create trigger if not exists proposal_paid_is_append_only before update, delete on proposal_paid for each row
  call 'org.dutypay.ledger.AppendOnly';

-- H2 empties a table without asking its triggers, but never one to which another refers. This one stays empty.
create table if not exists never_emptied (
  closing integer,
  line bigint,
  officer_id varchar(20),
  person varchar(20),
  file varchar(60),
  proposal varchar(16),
  pay_month varchar(7),
  kind varchar(12),
  foreign key (closing, line) references ledger_line,
  foreign key (closing, line) references ledger_balance,
  foreign key (closing, pay_month, kind) references ledger_month,
  foreign key (officer_id, closing) references ledger_officer,
  foreign key (person) references ledger_person,
  foreign key (closing, file) references closing_file,
  foreign key (proposal, line) references proposal_paid
);
