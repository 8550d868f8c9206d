-- Every decision that a run has read, and what became of it. Nothing in it is ever changed or deleted.
create table decision_audit (
  number bigint primary key,          -- 1, 2, ... in the order in which they were read
  run_date date not null,             -- of the first run that read it
  run_id varchar(16) not null,
  line integer not null,              -- of decisions.csv
  exception_id bigint not null,
  facts_given bigint,                 -- null where decisions.csv named none
  verdict varchar(11) not null,
  decided_by text not null,
  decided_at timestamp not null,      -- UTC
  reason text not null,
  outcome varchar(24) not null,       -- KEPT, SUPERSEDED, or the code that says why it was not applied
  facts bigint,                       -- what it holds for; null where it was not kept
  code varchar(40) not null,          -- of the exception; empty where nobody knows it
  officer_id varchar(20) not null,
  work_date date
);

create index decision_audit_by_exception on decision_audit (exception_id);

create trigger decision_audit_is_append_only before update or delete or truncate on decision_audit
  for each statement execute function append_only();
