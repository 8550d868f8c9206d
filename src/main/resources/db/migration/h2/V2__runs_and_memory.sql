-- One row for each time a job was started on one set of inputs and options.
create table if not exists run (
  run_key varchar(64) not null,       -- SHA-256 of job, inputs, policy, options, program and out folder
  attempt integer not null,           -- 1, 2, ... for the same key
  run_id varchar(16) not null,        -- of job, inputs, policy and options alone: what the manifest shows
  job varchar(40) not null,
  feed_folder varchar(4000) not null,
  out_folder varchar(4000) not null,
  run_date date not null,
  from_date date not null,
  to_date date not null,
  status varchar(12) not null,        -- STARTED, FINISHED, UNRECONCILED, DISCARDED
  inputs character varying not null,               -- one line a file: name, SHA-256, rows
  outputs character varying not null,              -- one line a file: name, SHA-256
  officers blob,                          -- ids of the feed's officers in byte order, one a line, deflated; null when old
  started_at timestamp not null,
  ended_at timestamp,
  primary key (run_key, attempt)
);

create index if not exists run_by_date on run (job, run_date);

-- Whose turn it is: a run that finds another name here at its last commit has lost its turn and writes nothing.
create table if not exists turn (
  holder varchar(36) not null
);

insert into turn (holder) select 'nobody' where not exists (select 1 from turn);

-- Exceptions as the nights have seen them, with the facts as they were last.
create table if not exists exception_memory (
  exception_id bigint primary key,    -- the 16 hexadecimal digits of exceptions.csv
  first_seen date not null,           -- run dates
  last_seen date not null,
  facts_since date not null,
  facts bigint not null,
  fact_values character varying not null,
  code varchar(40) not null,
  officer_id varchar(20) not null,    -- empty where unreadable
  work_date date                      -- null where unreadable
);

-- What the facts were before they changed.
create table if not exists exception_history (
  exception_id bigint not null,
  facts_since date not null,
  facts bigint not null,
  fact_values character varying not null,
  primary key (exception_id, facts_since)
);

-- What people decided, each with the facts it holds for.
create table if not exists decision (
  exception_id bigint not null,
  decided_at timestamp not null,      -- UTC
  verdict varchar(11) not null,       -- RELEASE, REFUSE, ACKNOWLEDGE
  decided_by character varying not null,
  reason character varying not null,
  facts_given bigint,                 -- null where decisions.csv named none
  facts bigint not null,
  code varchar(40) not null,
  officer_id varchar(20) not null,    -- of the exception; empty where unreadable
  work_date date,                     -- of the exception; null where unreadable
  learned_on date not null            -- first run date that read it
);

create index if not exists decision_by_exception on decision (exception_id);
